import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Position } from 'geojson';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import type { Plugin } from 'vite';
import type { CoastOfCountry } from '../src/map/coast.js';

/** Indonesia with some sea around it: west, south, east, north in degrees. */
const FRAME = [94, -12, 142, 8] as const;
/** Steps a degree: a hundred metres at home, finer than the source; two kilometres abroad, for orientation. */
const STEPS = { home: 1_000, abroad: 50 } as const;
const MODULE = 'virtual:coast';

/**
 * The module `virtual:coast`: the land of Indonesia and of its neighbours, cut from Natural Earth 1:10m (public domain)
 * as the package world-atlas has it.
 */
export function coast(): Plugin {
  return {
    name: 'wadah:coast',
    resolveId: (id) => (id === MODULE ? `\0${MODULE}` : null),
    load: (id) =>
      id === `\0${MODULE}` ? `export default JSON.parse(${JSON.stringify(JSON.stringify(land()))})` : null,
  };
}

type Countries = Topology<{ countries: GeometryCollection<{ name: string }> }>;

function land(): CoastOfCountry[] {
  const file = createRequire(import.meta.url).resolve('world-atlas/countries-10m.json');
  const atlas = JSON.parse(readFileSync(file, 'utf8')) as Countries;
  return feature(atlas, atlas.objects.countries).features.flatMap(({ geometry, properties }) => {
    if (geometry.type !== 'Polygon' && geometry.type !== 'MultiPolygon') return [];
    const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
    const isNeighbour = properties.name !== 'Indonesia';
    const stepsPerDegree = isNeighbour ? STEPS.abroad : STEPS.home;
    const inside = polygons.flatMap((rings) => cut(rings, stepsPerDegree));
    return inside.length > 0 ? [{ isNeighbour, stepsPerDegree, polygons: inside }] : [];
  });
}

/** What of a polygon lies in the frame: a list of one, or of none. */
function cut([outline = [], ...holes]: Position[][], stepsPerDegree: number): number[][][] {
  const [inside = [], ...holesInside] = [outline, ...holes].map((ring) =>
    inSteps(clipped(ring), stepsPerDegree),
  );
  const isArea = (ring: number[]) => ring.length > 2 * 2;
  return isArea(inside) ? [[inside, ...holesInside.filter(isArea)]] : [];
}

/** A ring cut at each side of the frame (Sutherland and Hodgman 1974). */
function clipped(ring: Position[]): Position[] {
  const sides = [
    [0, 1, FRAME[0]],
    [1, 1, FRAME[1]],
    [0, -1, FRAME[2]],
    [1, -1, FRAME[3]],
  ] as const;
  return sides.reduce((points, [axis, sign, limit]) => {
    const isInside = (point: Position) => ((point[axis] ?? 0) - limit) * sign >= 0;
    return points.flatMap((point, index) => {
      const before = points.at(index - 1) ?? point;
      const crossing = isInside(point) === isInside(before) ? [] : [between(before, point, axis, limit)];
      return isInside(point) ? [...crossing, point] : crossing;
    });
  }, ring);
}

function between(from: Position, to: Position, axis: 0 | 1, limit: number): Position {
  const [x = 0, y = 0] = from;
  const share = (limit - (from[axis] ?? 0)) / ((to[axis] ?? 0) - (from[axis] ?? 0));
  return [x + share * ((to[0] ?? 0) - x), y + share * ((to[1] ?? 0) - y)];
}

/** The way from point to point in whole steps, each as two numbers; not closed. */
function inSteps(ring: Position[], stepsPerDegree: number): number[] {
  let [x, y] = [0, 0];
  return ring.flatMap((point, index) => {
    const [toX = 0, toY = 0] = point.map((degrees) => Math.round(degrees * stepsPerDegree));
    const step = [toX - x, toY - y];
    [x, y] = [toX, toY];
    return index > 0 && step.every((one) => one === 0) ? [] : step;
  });
}
