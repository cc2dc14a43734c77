import type { OutlineShape } from './match-districts.js';
import type { Polygon, Position } from './read-outline.js';

/** Degrees, WGS 84. */
export interface Point {
  readonly latitude: number;
  readonly longitude: number;
}

/** Code of the district in whose shape a point lies; null where it lies in none that we know. */
export function districtAt(shapes: readonly OutlineShape[], { latitude, longitude }: Point): string | null {
  const isIn = (polygon: Polygon) => contains(polygon, longitude, latitude);
  return shapes.find(({ code, polygons }) => code !== null && polygons.some(isIn))?.code ?? null;
}

/** Inside the first ring and in none of the holes: a ray crosses the rings an odd number of times. */
function contains(polygon: Polygon, x: number, y: number): boolean {
  return polygon.reduce((crossings, ring) => crossings + crossingsOf(ring, x, y), 0) % 2 === 1;
}

function crossingsOf(ring: readonly Position[], x: number, y: number): number {
  let crossings = 0;
  for (let index = 1; index < ring.length; index++) {
    const [fromX, fromY] = ring[index - 1] as Position;
    const [toX, toY] = ring[index] as Position;
    if (fromY > y !== toY > y && x < fromX + ((y - fromY) / (toY - fromY)) * (toX - fromX)) crossings++;
  }
  return crossings;
}
