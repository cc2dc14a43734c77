import { foldAreaName } from './area-index.js';
import { AREA_LEVELS, type Area, type AreaFiles } from './area.js';

/** Knows an area by its code. */
interface Register {
  area(code: string): Area | null;
  isHome(area: Area): boolean;
}

const SHORTEST = 2;
/** More of one level are not looked at: somebody who types three letters types on. */
const MOST_LOOKED_AT = 500;
const lowered = new WeakMap<AreaFiles, readonly string[]>();

/** Areas with a word of their name that begins with `words`: the tenant's own, whole names and the larger first. */
export function searchAreas(files: AreaFiles, register: Register, words: string, limit: number): Area[] {
  const wanted = words.trim().toLowerCase().replaceAll(/\s+/g, ' ');
  if (wanted.length < SHORTEST || wanted.includes(',')) return [];
  const found = texts(files).flatMap((text) => [...linesWith(text, wanted)].slice(0, MOST_LOOKED_AT));
  const rank = (area: Area): number =>
    (register.isHome(area) ? 0 : 100) +
    (foldAreaName(area.name, area.level) === wanted ? 0 : 10) +
    AREA_LEVELS.indexOf(area.level);
  return found
    .flatMap((code) => register.area(code) ?? [])
    .sort((a, b) => rank(a) - rank(b) || a.name.length - b.name.length || a.code.localeCompare(b.code))
    .slice(0, limit);
}

function texts(files: AreaFiles): readonly string[] {
  const known = lowered.get(files) ?? AREA_LEVELS.map((level) => files[level].toLowerCase());
  lowered.set(files, known);
  return known;
}

/** Codes of the lines whose name, which stands last, has a word that begins with `wanted`. */
function* linesWith(text: string, wanted: string): Generator<string> {
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) {
    const before = text[at - 1];
    if (before !== ',' && before !== ' ') continue;
    const start = text.lastIndexOf('\n', at) + 1;
    if (start > 0) yield text.slice(start, text.indexOf(',', start));
  }
}
