import type { PlaceAlias } from './area.js';
import { foldPlaceName, LEVEL_WORDS, type Gazetteer } from './gazetteer.js';

/** Why a name cannot be taken. */
export type AliasFault = 'name-invalid' | 'area-unknown' | 'areas-too-many' | 'no-area';

const MOST_WORDS = 5;
const MOST_LETTERS = 60;
const MOST_AREAS = 10;

/**
 * What is wrong with a name for places. A name without any area says that no place is meant, which makes sense only where
 * one would be found.
 */
export function aliasFault(gazetteer: Gazetteer, { name, codes }: PlaceAlias): AliasFault | null {
  const folded = foldPlaceName(name);
  if (folded.length < 2 || folded.length > MOST_LETTERS) return 'name-invalid';
  if (folded.split(' ').length > MOST_WORDS || LEVEL_WORDS.has(folded)) return 'name-invalid';
  if (codes.length > MOST_AREAS) return 'areas-too-many';
  if (codes.some((code) => gazetteer.area(code) === null)) return 'area-unknown';
  const { alias, registered } = gazetteer.meanings(name);
  return codes.length === 0 && !alias && registered.length === 0 ? 'no-area' : null;
}
