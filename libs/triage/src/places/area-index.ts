import { AREA_LEVELS, levelOf, type Area, type AreaFiles, type AreaLevel } from './area.js';

const OFFSET = 0x811c9dc5;
const PRIME = 0x01000193;
const SPACE = 32;
const BEGINNING_BITS = 2 ** 21;
const BEGINNING_MASK = BEGINNING_BITS - 1;

/** FNV-1a, one unit further. */
export const hashUnit = (hash: number, unit: number): number => Math.imul(hash ^ unit, PRIME);
export const HASH_START = OFFSET;

/**
 * Areas by name. The 91,000 rows stay in their files' texts; a table of hashes leads to them, so that it is built in tens
 * of milliseconds and holds no object per row.
 */
export class AreaIndex {
  /** Slot -> number of the first row with that hash, plus one. */
  private readonly slots: Int32Array;
  private readonly mask: number;
  private readonly hashes: Int32Array;
  /** Row -> number of the next row with the same hash, plus one. */
  private readonly next: Int32Array;
  /** Row -> where it begins in its file. */
  private readonly starts: Int32Array;
  private readonly firstRow: Readonly<Record<AreaLevel, number>>;
  private readonly count: number;
  /** One bit per hash of the first word, the first two ... of every name. */
  private readonly beginnings = new Uint32Array(BEGINNING_BITS / 32);

  constructor(private readonly files: AreaFiles) {
    const counts = AREA_LEVELS.map((level) => countLines(files[level]));
    const total = counts.reduce((sum, count) => sum + count, 0);
    this.mask = 2 ** Math.ceil(Math.log2(Math.max(2, total * 2))) - 1;
    this.slots = new Int32Array(this.mask + 1);
    this.hashes = new Int32Array(total);
    this.next = new Int32Array(total);
    this.starts = new Int32Array(total);
    let row = 0;
    const firstRow: Partial<Record<AreaLevel, number>> = {};
    for (const level of AREA_LEVELS) {
      firstRow[level] = row;
      row = this.readFile(level, row);
    }
    this.firstRow = firstRow as Record<AreaLevel, number>;
    this.count = row;
  }

  /** Every area whose folded name has this hash and is `name`. */
  named(hash: number, name: string): Area[] {
    const found: Area[] = [];
    for (let row = this.first(hash); row >= 0; row = (this.next[row] as number) - 1) {
      const area = this.areaAt(row);
      if (foldAreaName(area.name, area.level) === name) found.push(area);
    }
    return found;
  }

  /** Whether any name may begin with the words of this hash: false is sure, and most words of a text begin none. */
  mayBegin(hash: number): boolean {
    return ((this.beginnings[(hash & BEGINNING_MASK) >>> 5] as number) & (1 << (hash & 31))) !== 0;
  }

  /** Whether any area's name may have this hash: false is sure. */
  mayHave(hash: number): boolean {
    return this.first(hash) >= 0;
  }

  /** The files are sorted by code. */
  byCode(code: string): Area | null {
    const level = levelOf(code);
    let low = this.firstRow[level];
    let high =
      (level === 'village'
        ? this.count
        : this.firstRow[AREA_LEVELS[AREA_LEVELS.indexOf(level) + 1] as AreaLevel]) - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const area = this.areaAt(middle);
      if (area.code === code) return area;
      if (area.code < code) low = middle + 1;
      else high = middle - 1;
    }
    return null;
  }

  private first(hash: number): number {
    for (let slot = hash & this.mask; ; slot = (slot + 1) & this.mask) {
      const row = (this.slots[slot] as number) - 1;
      if (row < 0 || this.hashes[row] === hash) return row;
    }
  }

  private areaAt(row: number): Area {
    const level = AREA_LEVELS.findLast((one) => (this.firstRow[one] ?? Infinity) <= row) ?? 'province';
    const file = this.files[level];
    const start = this.starts[row] as number;
    const end = file.indexOf('\n', start);
    const line = file.slice(start, end < 0 ? file.length : end).trimEnd();
    const name = line.slice(line.lastIndexOf(',') + 1);
    return { code: line.slice(0, line.indexOf(',')), level, name: readableName(name, level) };
  }

  private readFile(level: AreaLevel, firstRow: number): number {
    const file = this.files[level];
    let row = firstRow;
    let start = file.indexOf('\n') + 1;
    while (start > 0 && start < file.length) {
      let end = file.indexOf('\n', start);
      if (end < 0) end = file.length;
      if (end - start > 1) {
        this.starts[row] = start;
        const comma = file.lastIndexOf(',', end - 1);
        this.put(row, this.hashName(file, skipPrefix(file, comma + 1, level), end));
        row++;
      }
      start = end + 1;
    }
    return row;
  }

  /** The hash of `foldAreaName` of the text from `start` to `end`, without making it; notes its beginnings. */
  private hashName(text: string, start: number, end: number): number {
    let hash = HASH_START;
    let isGap = false;
    let isEmpty = true;
    for (let index = start; index < end; index++) {
      let unit = text.charCodeAt(index);
      if (unit >= 65 && unit <= 90) unit += 32;
      const isLetter = (unit >= 97 && unit <= 122) || (unit >= 48 && unit <= 57);
      if (isLetter) {
        if (isGap && !isEmpty) {
          this.noteBeginning(hash);
          hash = hashUnit(hash, SPACE);
        }
        hash = hashUnit(hash, unit);
        isGap = isEmpty = false;
      } else if (unit !== 39 && unit !== 34 && unit !== 96 && unit !== 0x2019) {
        isGap = true;
      }
    }
    this.noteBeginning(hash);
    return hash;
  }

  private noteBeginning(hash: number): void {
    const word = (hash & BEGINNING_MASK) >>> 5;
    this.beginnings[word] = (this.beginnings[word] as number) | (1 << (hash & 31));
  }

  private put(row: number, hash: number): void {
    this.hashes[row] = hash;
    for (let slot = hash & this.mask; ; slot = (slot + 1) & this.mask) {
      const first = (this.slots[slot] as number) - 1;
      if (first < 0) {
        this.slots[slot] = row + 1;
        return;
      }
      if (this.hashes[first] === hash) {
        this.next[row] = first + 1;
        this.slots[slot] = row + 1;
        return;
      }
    }
  }
}

/** Lower case, letters and digits; apostrophes gone, everything else one space; without "kabupaten" and "kota". */
export function foldAreaName(name: string, level: AreaLevel): string {
  const folded = name
    .toLowerCase()
    .replace(/['"`’]/g, '')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
  return level === 'regency' ? folded.replace(REGENCY_PREFIX, '') : folded;
}

const REGENCY_PREFIX = /^(?:kabupaten|kota) (?:administrasi )?/;
const PREFIXES = ['KABUPATEN ADMINISTRASI ', 'KABUPATEN ', 'KOTA ADMINISTRASI ', 'KOTA '];

function skipPrefix(file: string, at: number, level: AreaLevel): number {
  if (level !== 'regency') return at;
  const prefix = PREFIXES.find((one) => file.startsWith(one, at));
  return prefix === undefined ? at : at + prefix.length;
}

/** The register writes provinces and regencies in capitals. */
function readableName(name: string, level: AreaLevel): string {
  if (level !== 'province' && level !== 'regency') return name;
  return name
    .toLowerCase()
    .replace(/(?<=^|[ -])[a-z]/g, (letter) => letter.toUpperCase())
    .replace(/^Kabupaten /, '')
    .replace(/\b(Di|Dki)\b/g, (word) => word.toUpperCase());
}

function countLines(file: string): number {
  let lines = 1;
  for (let at = file.indexOf('\n'); at >= 0; at = file.indexOf('\n', at + 1)) lines++;
  return lines;
}
