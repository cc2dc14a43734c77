import { liesIn, type Area, type AreaFiles, type AreaLevel, type PlaceAlias } from './area.js';
import { AreaIndex, foldAreaName, HASH_START, hashUnit } from './area-index.js';
import { searchAreas } from './search-areas.js';

export interface GazetteerOptions {
  readonly files: AreaFiles;
  /** Code of the tenant's own regency or city; its places are preferred where a name is not unique. */
  readonly home: string | null;
  readonly aliases: readonly PlaceAlias[];
  /** Words of the dictionary: a place named by nothing else needs a sign that a place is meant. */
  readonly ordinaryWords: ReadonlySet<string>;
}

/** What a name may mean. */
export interface NamedAreas {
  readonly areas: readonly Area[];
  readonly isAlias: boolean;
  /** Every word of the name is an ordinary word. */
  readonly isOrdinary: boolean;
  /** A province, regency or city is called so. */
  readonly hasLarge: boolean;
  /** A place in the tenant's own regency is called so. */
  readonly hasHome: boolean;
}

export const isLarge = ({ level }: Area): boolean => level === 'province' || level === 'regency';

/** Emptied at once when full. */
const MOST_CACHED = 20_000;

/** All areas of Indonesia by name, with a tenant's own names for them. Built once, in well under 300 ms. */
export class Gazetteer {
  readonly home: string | null;
  private readonly index: AreaIndex;
  private readonly aliases = new Map<string, readonly Area[]>();
  private readonly aliasHashes = new Set<number>();
  private readonly aliasBeginnings = new Set<number>();
  private readonly known = new Map<string, NamedAreas | null>();
  private readonly paths = new Map<string, string>();
  private readonly ordinaryWords: ReadonlySet<string>;

  /** @param index of the same files, where there is one */
  constructor(
    private readonly options: GazetteerOptions,
    index?: AreaIndex,
  ) {
    const { files, home, aliases, ordinaryWords } = options;
    this.index = index ?? new AreaIndex(files);
    this.home = home;
    this.ordinaryWords = ordinaryWords;
    for (const { name, codes } of aliases) {
      const areas = codes.flatMap((code) => this.index.byCode(code) ?? []);
      if (areas.length === 0 && codes.length > 0) continue;
      const folded = foldPlaceName(name);
      this.aliases.set(folded, areas);
      let hash = HASH_START;
      for (const word of folded.split(' ')) this.aliasBeginnings.add((hash = hashWord(hash, word)));
      this.aliasHashes.add(hash);
    }
  }

  /** Whether any name may begin with the words of this hash; false is sure. */
  mayBegin(hash: number): boolean {
    return this.index.mayBegin(hash) || this.aliasBeginnings.has(hash);
  }

  /**
   * @param words folded words of the name
   * @param hash of those words, by {@link hashWord}
   */
  named(words: readonly string[], hash: number): NamedAreas | null {
    if (!this.index.mayHave(hash) && !this.aliasHashes.has(hash)) return null;
    const name = words.join(' ');
    const known = this.known.get(name);
    if (known !== undefined) return known;
    const found = this.lookUp(name, words, hash);
    if (this.known.size >= MOST_CACHED) this.known.clear();
    this.known.set(name, found);
    return found;
  }

  private lookUp(name: string, words: readonly string[], hash: number): NamedAreas | null {
    const alias = this.aliases.get(name);
    // A name that means no place.
    if (alias?.length === 0) return null;
    if (alias) return { areas: alias, isAlias: true, isOrdinary: false, hasLarge: false, hasHome: false };
    const areas = this.index.named(hash, name);
    if (areas.length === 0) return null;
    return {
      areas,
      isAlias: false,
      isOrdinary: words.every((word) => this.isOrdinaryWord(word)),
      hasLarge: areas.some(isLarge),
      hasHome: areas.some((area) => this.isHome(area)),
    };
  }

  /** With more names, which win over those that are there. Quick: the register is shared. */
  withAliases(more: readonly PlaceAlias[]): Gazetteer {
    return new Gazetteer({ ...this.options, aliases: [...this.options.aliases, ...more] }, this.index);
  }

  get aliasList(): readonly PlaceAlias[] {
    return this.options.aliases;
  }

  /** What a name means as an alias, and whatever a register calls so. */
  meanings(name: string): { readonly alias: readonly Area[] | null; readonly registered: readonly Area[] } {
    const folded = foldPlaceName(name);
    const hash = folded.split(' ').reduce(hashWord, HASH_START);
    return { alias: this.aliases.get(folded) ?? null, registered: this.index.named(hash, folded) };
  }

  /** Areas with a word of their name that begins so, the tenant's own and the larger first. */
  search(words: string, limit: number): Area[] {
    return searchAreas(this.options.files, this, words, limit);
  }

  /** Areas of a level that a register calls so. */
  areasNamed(name: string, level: AreaLevel): Area[] {
    const folded = foldAreaName(name, level);
    const hash = folded.split(' ').reduce(hashWord, HASH_START);
    return this.index.named(hash, folded).filter((area) => area.level === level);
  }

  /** Districts of the tenant's own regency, by code. */
  homeDistricts(): Area[] {
    if (this.home === null) return [];
    const codes = Array.from(
      { length: 99 },
      (_, index) => `${this.home}.${String(index + 1).padStart(2, '0')}`,
    );
    return codes.flatMap((code) => this.area(code) ?? []);
  }

  isOrdinaryWord(word: string): boolean {
    return this.ordinaryWords.has(word) || /^\d+$/.test(word);
  }

  area(code: string): Area | null {
    return this.index.byCode(code);
  }

  isHome(area: Area): boolean {
    return this.home !== null && liesIn(area.code, this.home);
  }

  /** The area and what it lies in: "Bengalon, Kutai Timur, Kalimantan Timur". */
  path(area: Area): string {
    const known = this.paths.get(area.code);
    if (known !== undefined) return known;
    const path = this.readPath(area);
    if (this.paths.size >= MOST_CACHED) this.paths.clear();
    this.paths.set(area.code, path);
    return path;
  }

  private readPath({ code, name }: Area): string {
    const parts = code.split('.');
    const parents = parts.slice(1).map((_, depth) => this.area(parts.slice(0, depth + 1).join('.'))?.name);
    return [name, ...parents.reverse()].filter((part) => part !== undefined).join(', ');
  }
}

/** As names are looked up. */
export const foldPlaceName = (name: string): string => foldAreaName(name, 'village');

/** Hash of one more word of a name; begin with {@link HASH_START}. */
export function hashWord(hash: number, word: string): number {
  let next = hash === HASH_START ? hash : hashUnit(hash, 32);
  for (let index = 0; index < word.length; index++) next = hashUnit(next, word.charCodeAt(index));
  return next;
}

/** Words that announce the level of the name behind them. */
export const LEVEL_WORDS: ReadonlyMap<string, AreaLevel> = new Map([
  ['provinsi', 'province'],
  ['propinsi', 'province'],
  ['prov', 'province'],
  ['kabupaten', 'regency'],
  ['kab', 'regency'],
  ['kota', 'regency'],
  ['kecamatan', 'district'],
  ['kec', 'district'],
  ['kcmtn', 'district'],
  ['kelurahan', 'village'],
  ['kel', 'village'],
  ['desa', 'village'],
  ['ds', 'village'],
  ['kampung', 'village'],
]);
