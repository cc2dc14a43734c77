import { z } from 'zod';
import { OutlineError } from './outline-error.js';

/** Longitude and latitude, degrees, WGS 84. */
export type Position = readonly [number, number];
/** Rings, the first around the others; each closed. */
export type Polygon = readonly (readonly Position[])[];

export interface OutlineFeature {
  readonly properties: Readonly<Record<string, unknown>>;
  readonly polygons: readonly Polygon[];
}

const MOST_FEATURES = 2_000;
/** Eleven metres: finer than any screen shows a district, and neighbours keep their common corners. */
const STEPS_PER_DEGREE = 10_000;
const INDONESIA = { west: 94, south: -12, east: 142, north: 7 } as const;
const WGS84 = /(CRS:?84|EPSG:{1,2}(\d*:)?4326|WGS ?84)$/i;

const position = z.tuple([z.number(), z.number()]).rest(z.unknown());
const polygon = z.array(z.array(position));
const collectionSchema = z.object({
  type: z.literal('FeatureCollection'),
  crs: z.object({ properties: z.object({ name: z.string() }) }).nullish(),
  features: z.array(
    z.object({ properties: z.record(z.string(), z.unknown()).nullish(), geometry: z.unknown() }),
  ),
});
const geometrySchema = z.union([
  z.object({ type: z.literal('Polygon'), coordinates: polygon }),
  z.object({ type: z.literal('MultiPolygon'), coordinates: z.array(polygon) }),
]);

/**
 * The shapes of a GeoJSON file (RFC 7946), their corners to eleven metres.
 * @throws OutlineError saying what is wrong and with which feature
 */
export function readOutline(text: string): OutlineFeature[] {
  const parsed = collectionSchema.safeParse(jsonOf(text));
  if (!parsed.success) throw new OutlineError('not-geojson');
  const { crs, features } = parsed.data;
  if (features.length === 0) throw new OutlineError('not-geojson');
  if (features.length > MOST_FEATURES) throw new OutlineError('too-many-shapes');
  if (crs && !WGS84.test(crs.properties.name)) throw new OutlineError('not-degrees');
  return features.map(({ properties, geometry }, index) => {
    const shape = geometrySchema.safeParse(geometry);
    if (!shape.success) throw new OutlineError('no-polygon', index + 1);
    const polygons = shape.data.type === 'Polygon' ? [shape.data.coordinates] : shape.data.coordinates;
    return {
      properties: properties ?? {},
      polygons: polygons.map((rings) => rings.map((ring) => checkedRing(ring, index + 1))).filter(hasArea),
    };
  });
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    throw new OutlineError('not-json');
  }
}

function checkedRing(
  ring: readonly (readonly [number, number, ...unknown[]])[],
  feature: number,
): Position[] {
  const [first, last] = [ring[0], ring.at(-1)];
  const isClosed = first && last && first[0] === last[0] && first[1] === last[1];
  if (ring.length < 4 || !isClosed) throw new OutlineError('broken-ring', feature);
  for (const [x, y] of ring) checkPlace(x, y, feature);
  const rounded = ring.map(([x, y]): Position => [onGrid(x), onGrid(y)]);
  return rounded.filter(
    ([x, y], index) => index === 0 || rounded[index - 1]?.[0] !== x || rounded[index - 1]?.[1] !== y,
  );
}

function checkPlace(x: number, y: number, feature: number): void {
  if (isInIndonesia(x, y)) return;
  if (isInIndonesia(y, x)) throw new OutlineError('swapped', feature);
  throw new OutlineError(Math.abs(x) > 180 || Math.abs(y) > 90 ? 'not-degrees' : 'elsewhere', feature);
}

const isInIndonesia = (x: number, y: number): boolean =>
  x >= INDONESIA.west && x <= INDONESIA.east && y >= INDONESIA.south && y <= INDONESIA.north;
const onGrid = (degrees: number): number => Math.round(degrees * STEPS_PER_DEGREE) / STEPS_PER_DEGREE;
/** An islet smaller than the grid is a point by now. */
const hasArea = ([outline = []]: Polygon): boolean => outline.length >= 4;
