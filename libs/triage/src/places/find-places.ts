import type { AreaLevel } from './area.js';
import { findAreas, type AreaBasis } from './find-areas.js';
import { findCoordinates } from './find-coordinates.js';
import { findSpots, type Spot } from './find-spots.js';
import type { Gazetteer } from './gazetteer.js';
import { placeWords } from './words.js';

export const PLACE_KINDS = ['area', 'street', 'landmark', 'rt-rw', 'coordinates'] as const;

export interface AreaCandidate {
  readonly code: string;
  readonly level: AreaLevel;
  readonly name: string;
  /** With what it lies in: "Bengalon, Kutai Timur, Kalimantan Timur". */
  readonly path: string;
}

export interface FoundPlace {
  readonly kind: (typeof PLACE_KINDS)[number];
  /** As it stands in the text. */
  readonly text: string;
  /** UTF-16 offsets, end exclusive. */
  readonly start: number;
  readonly end: number;
  /** Of an area: what it may be, the likeliest first, at most five; empty for the other kinds. */
  readonly candidates: readonly AreaCandidate[];
  /** All areas of that name. */
  readonly candidateCount: number;
  /**
   * Why the first candidate is taken: no other is called so, a parent is named beside it, it lies in the tenant's own
   * regency, or it is an alias. Null for an area: it cannot be told which one is meant.
   */
  readonly basis: AreaBasis | null;
  readonly latitude: number | null;
  readonly longitude: number | null;
}

const MOST_READ = 10_000;
const MOST_CANDIDATES = 5;
const NO_AREA = { candidates: [], candidateCount: 0, basis: null } as const;
const NOWHERE = { latitude: null, longitude: null } as const;

/** The places that a text names, in its order. Reads the first 10,000 UTF-16 units; linear. */
export function findPlaces(text: string, gazetteer: Gazetteer): FoundPlace[] {
  const read = text.length > MOST_READ ? text.slice(0, MOST_READ) : text;
  const words = placeWords(read);
  const found: FoundPlace[] = [];
  const textAt = ({ start, end }: { start: number; end: number }) => ({
    text: read.slice(start, end),
    start,
    end,
  });
  const spots = findSpots(words, gazetteer);
  for (const { areas, basis, ...mention } of findAreas(words, gazetteer)) {
    if (spots.some((spot) => isPartOfName(mention, spot, read))) continue;
    const candidates = areas
      .slice(0, MOST_CANDIDATES)
      .map((area) => ({ ...area, path: gazetteer.path(area) }));
    found.push({
      kind: 'area',
      ...textAt(mention),
      candidates,
      candidateCount: areas.length,
      basis,
      ...NOWHERE,
    });
  }
  for (const spot of spots) {
    found.push({ kind: spot.kind, ...textAt(spot), ...NO_AREA, ...NOWHERE });
  }
  for (const { latitude, longitude, ...place } of findCoordinates(read)) {
    found.push({ kind: 'coordinates', ...textAt(place), ...NO_AREA, latitude, longitude });
  }
  return found.sort((a, b) => a.start - b.start);
}

const BETWEEN_PLACES = /poros|lintas/i;

/** "Jl. Demak" is not in Demak and "Taman Kedinding" not in Taman; but "poros Sangatta-Bengalon" and "pasar Bengalon" tell. */
function isPartOfName(area: { start: number; end: number }, spot: Spot, text: string): boolean {
  if (area.start < spot.start || area.end > spot.end) return false;
  if (spot.kind === 'street') return !BETWEEN_PLACES.test(text.slice(spot.start, spot.end));
  return area.start === spot.start;
}

/** The smallest area that a text names for certain, null where none is. */
export function smallestArea(places: readonly FoundPlace[]): AreaCandidate | null {
  const settled = places.flatMap(({ basis, candidates }) => (basis === null ? [] : candidates.slice(0, 1)));
  return settled.reduce<AreaCandidate | null>(
    (smallest, area) => (smallest === null || area.code.length > smallest.code.length ? area : smallest),
    null,
  );
}
