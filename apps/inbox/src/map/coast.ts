import type { FeatureCollection, MultiPolygon, Position } from 'geojson';

/** Land as it is bundled: a third of its size as GeoJSON. */
export interface CoastOfCountry {
  readonly isNeighbour: boolean;
  readonly stepsPerDegree: number;
  /** Polygons of rings: the way from point to point in steps, east and north in turn, from 0, 0. */
  readonly polygons: readonly (readonly (readonly number[])[])[];
}

type Land = FeatureCollection<MultiPolygon, { isNeighbour: boolean }>;

/** The land of Indonesia and its neighbours, loaded when first asked for. */
export async function loadLand(): Promise<Land> {
  const { default: coast } = await import('virtual:coast');
  return {
    type: 'FeatureCollection',
    features: coast.map(({ isNeighbour, stepsPerDegree, polygons }) => ({
      type: 'Feature',
      properties: { isNeighbour },
      geometry: {
        type: 'MultiPolygon',
        coordinates: polygons.map((rings) => rings.map((ring) => pointsAlong(ring, stepsPerDegree))),
      },
    })),
  };
}

/** The ring in degrees, closed. */
function pointsAlong(steps: readonly number[], stepsPerDegree: number): Position[] {
  const points: Position[] = [];
  let [x, y] = [0, 0];
  for (let index = 0; index < steps.length; index += 2) {
    x += steps[index] ?? 0;
    y += steps[index + 1] ?? 0;
    points.push([x / stepsPerDegree, y / stepsPerDegree]);
  }
  return points[0] ? [...points, points[0]] : points;
}
