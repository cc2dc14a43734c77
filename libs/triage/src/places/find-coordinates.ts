export interface Coordinates {
  /** Degrees, WGS 84. */
  readonly latitude: number;
  readonly longitude: number;
  readonly start: number;
  readonly end: number;
}

/** Indonesia with its seas: what lies outside is some other pair of numbers. */
const BOUNDS = { south: -11.5, north: 6.5, west: 94.5, east: 141.5 };
/** "-0.5123, 117.5987", also within a map's address (`?q=`, `@`, `ll=`, `!3d…!4d…`). */
const DECIMAL = /(-?\d{1,2}\.\d{3,15})(?:\s{0,2}[,;]\s{0,2}|!4d|%2C|\s)(\d{2,3}\.\d{3,15})/g;
/** 0°30'45.6"N 117°32'10"E; LU, LS, BT in Indonesian. */
const SEXAGESIMAL =
  /(\d{1,2})\s?°\s?(\d{1,2})\s?['′’]\s?(\d{1,2}(?:[.,]\d{1,6})?)\s?["″”]?\s?(N|S|LU|LS)[\s,]{1,3}(\d{2,3})\s?°\s?(\d{1,2})\s?['′’]\s?(\d{1,2}(?:[.,]\d{1,6})?)\s?["″”]?\s?(E|BT)/gi;

/** Coordinates in Indonesia that stand in a text. */
export function findCoordinates(text: string): Coordinates[] {
  const found: Coordinates[] = [];
  const add = (match: RegExpExecArray, latitude: number, longitude: number): void => {
    const { south, north, west, east } = BOUNDS;
    if (latitude < south || latitude > north || longitude < west || longitude > east) return;
    found.push({ latitude, longitude, start: match.index, end: match.index + match[0].length });
  };
  for (const match of text.matchAll(DECIMAL)) add(match, Number(match[1]), Number(match[2]));
  for (const match of text.matchAll(SEXAGESIMAL)) {
    const isSouth = /^(?:s|ls)$/i.test(match[4] ?? '');
    add(match, degrees(match, 1) * (isSouth ? -1 : 1), degrees(match, 5));
  }
  return found;
}

function degrees(match: RegExpExecArray, first: number): number {
  const part = (index: number): number => Number((match[first + index] ?? '0').replace(',', '.'));
  return Math.round((part(0) + part(1) / 60 + part(2) / 3600) * 1e6) / 1e6;
}
