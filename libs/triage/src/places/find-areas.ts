import { liesIn, type Area, type AreaLevel } from './area.js';
import { HASH_START } from './area-index.js';
import { hashWord, isLarge, LEVEL_WORDS, type Gazetteer, type NamedAreas } from './gazetteer.js';
import type { PlaceWord } from './words.js';

/** Why the first candidate is taken; null: it cannot be told which is meant. */
export const AREA_BASES = ['only-one', 'parent-named', 'largest', 'home', 'alias'] as const;
export type AreaBasis = (typeof AREA_BASES)[number];

export interface AreaMention {
  readonly start: number;
  readonly end: number;
  /** Indexes of the words, the last one included. */
  readonly first: number;
  readonly last: number;
  /** The likeliest first. */
  readonly areas: readonly Area[];
  readonly basis: AreaBasis | null;
}

interface Mention {
  readonly named: NamedAreas;
  /** Of the level that a word before it names, where there are any. */
  readonly areas: readonly Area[];
  readonly first: number;
  readonly last: number;
  /** A word before it says that a place of this level follows. */
  readonly level: AreaLevel | null;
  /** It stands as places stand in a sentence: "di Bengalon". */
  readonly isPlaced: boolean;
  readonly isCapitalised: boolean;
}

const LONGEST_NAME = 5;
/** A name that so many places share says little without one of their parents. */
const MOST_STRANGERS = 3;
const SHORTEST_STRANGER = 5;
const BEFORE_PLACES = new Set(
  'di ke dari daerah wilayah warga sekitar menuju arah arah2 wil tujuan antara poros jurusan se'.split(' '),
);

/**
 * Finds the administrative areas that a text names. Names made of ordinary words ("Karangan", "Mata Air") need a sign
 * that a place is meant; names of places far away need one too, for people are called like villages.
 */
export function findAreas(words: readonly PlaceWord[], gazetteer: Gazetteer): AreaMention[] {
  const read = readMentions(words, gazetteer);
  const meant = read.filter(isMeant);
  const mentions = read.filter((mention) => meant.includes(mention) || mayBeMeant(mention));
  const certain = mentions.filter((mention) => meant.includes(mention) || isParentOfOne(mention, meant));
  const anchors = certain.flatMap(({ areas }) => (areas.length <= MOST_STRANGERS ? areas : []));
  return mentions.flatMap((mention) => {
    const others = anchors.filter((area) => !mention.areas.includes(area));
    const within = mention.areas.filter((area) => others.some((other) => liesIn(area.code, other.code)));
    if (within.length === 0 && !certain.includes(mention)) return [];
    const { first, last } = mention;
    const place = { start: words[first]?.start ?? 0, end: words[last]?.end ?? 0, first, last };
    return [{ ...place, ...choose(mention, within, gazetteer) }];
  });
}

/** With a parent beside it. */
const mayBeMeant = ({ named, isCapitalised }: Mention): boolean => !named.isOrdinary || isCapitalised;

function readMentions(words: readonly PlaceWord[], gazetteer: Gazetteer): Mention[] {
  const mentions: Mention[] = [];
  for (let index = 0; index < words.length; index++) {
    const mention = readMention(words, index, gazetteer);
    if (mention === null) continue;
    mentions.push(mention);
    index = mention.last;
  }
  return mentions;
}

/** The longest name that begins at this word. */
function readMention(words: readonly PlaceWord[], first: number, gazetteer: Gazetteer): Mention | null {
  let hash = HASH_START;
  let found: { named: NamedAreas; last: number } | null = null;
  const name: string[] = [];
  for (let last = first; last < words.length && last < first + LONGEST_NAME; last++) {
    const { word, opensClause } = words[last] as PlaceWord;
    if ((last > first && opensClause) || word === '') break;
    hash = hashWord(hash, word);
    if (!gazetteer.mayBegin(hash)) break;
    name.push(word);
    const named = gazetteer.named(name, hash);
    if (named) found = { named, last };
  }
  // "kelurahan" is a village too, but nobody means it.
  if (found === null || (found.last === first && LEVEL_WORDS.has(name[0] ?? ''))) return null;
  const before = words[first]?.opensClause ? undefined : words[first - 1]?.word;
  const level = (before !== undefined && LEVEL_WORDS.get(before)) || null;
  const ofLevel = level === null ? [] : found.named.areas.filter((area) => area.level === level);
  return {
    named: found.named,
    areas: ofLevel.length > 0 ? ofLevel : found.named.areas,
    first,
    last: found.last,
    level: ofLevel.length > 0 ? level : null,
    isPlaced: before !== undefined && BEFORE_PLACES.has(before),
    isCapitalised: areCapitalised(words, first, found.last),
  };
}

function areCapitalised(words: readonly PlaceWord[], first: number, last: number): boolean {
  for (let index = first; index <= last; index++) {
    const word = words[index];
    if (!word?.isCapitalised || word.opensSentence) return false;
  }
  return true;
}

function isMeant(mention: Mention): boolean {
  if (mention.level !== null || mention.named.isAlias) return true;
  const { hasLarge, hasHome, isOrdinary } = mention.named;
  const isLong = mention.last > mention.first;
  if (isOrdinary) {
    // "malang", "batu", "mata air": a capital or a preposition must say that the place is meant, and both in the small.
    return hasLarge || isLong
      ? mention.isPlaced || mention.isCapitalised
      : mention.isPlaced && mention.isCapitalised;
  }
  if (hasLarge || hasHome) return true;
  const [area] = mention.areas;
  return (
    mention.isPlaced &&
    mention.areas.length <= MOST_STRANGERS &&
    (area?.name.length ?? 0) >= SHORTEST_STRANGER
  );
}

/** "desa Bumi Jaya, Talisayan": far away, but the village of that name lies in it. */
function isParentOfOne(mention: Mention, meant: readonly Mention[]): boolean {
  if (mention.named.isOrdinary || mention.areas.length > MOST_STRANGERS) return false;
  return meant.some(({ areas }) =>
    areas.some((inner) => mention.areas.some((area) => area !== inner && liesIn(inner.code, area.code))),
  );
}

function choose(
  mention: Mention,
  within: readonly Area[],
  gazetteer: Gazetteer,
): Pick<AreaMention, 'areas' | 'basis'> {
  const candidates = mention.areas;
  const settle = (chosen: readonly Area[], basis: AreaBasis): Pick<AreaMention, 'areas' | 'basis'> => ({
    areas: [...chosen, ...candidates.filter((area) => !chosen.includes(area))],
    basis: isOneMatter(chosen) ? basis : null,
  });
  if (isOneMatter(candidates))
    return settle(inOrder(candidates), mention.named.isAlias ? 'alias' : 'only-one');
  if (within.length > 0) return settle(inOrder(within), 'parent-named');
  const home = candidates.filter((area) => gazetteer.isHome(area));
  if (home.length > 0) return settle(inOrder(home), 'home');
  const ordered = inOrder(candidates);
  const [first, second] = ordered;
  const isTheCity = first !== undefined && isLarge(first) && !(second && isLarge(second));
  return settle(isTheCity ? [first] : ordered, 'largest');
}

/** One area, or an area and what it lies in under the same name ("Bengalon": a district and its village). */
function isOneMatter(areas: readonly Area[]): boolean {
  const [outer] = inOrder(areas);
  return outer !== undefined && areas.every((area) => liesIn(area.code, outer.code));
}

/** The larger first: who says no more means the whole. */
const inOrder = (areas: readonly Area[]): Area[] =>
  areas.toSorted((a, b) => a.code.split('.').length - b.code.split('.').length || (a.code < b.code ? -1 : 1));
