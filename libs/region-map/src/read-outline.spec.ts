import { describe, expect, it } from '@jest/globals';
import { OutlineError } from './outline-error.js';
import { readOutline } from './read-outline.js';

const SQUARE = [
  [117.1, 0.5],
  [117.2, 0.5],
  [117.2, 0.600004],
  [117.1, 0.5],
];
const file = (coordinates: unknown, more: object = {}, type = 'Polygon') =>
  JSON.stringify({
    type: 'FeatureCollection',
    features: [{ type: 'Feature', properties: { NAMOBJ: 'Bengalon' }, geometry: { type, coordinates } }],
    ...more,
  });
const crs = (name: string) => ({ crs: { type: 'name', properties: { name } } });

function faultOf(text: string): [string, string?] {
  try {
    readOutline(text);
  } catch (error) {
    if (error instanceof OutlineError) return error.errors.map(({ message }) => message) as [string, string?];
    throw error;
  }
  return ['none'];
}

describe('an outline in GeoJSON', () => {
  it('keeps its shapes and properties, corners to eleven metres', () => {
    const [feature] = readOutline(`\uFEFF${file([SQUARE], crs('urn:ogc:def:crs:OGC:1.3:CRS84'))}`);
    expect(feature?.properties).toEqual({ NAMOBJ: 'Bengalon' });
    expect(feature?.polygons).toEqual([[[SQUARE[0], SQUARE[1], [117.2, 0.6], SQUARE[0]]]]);
  });

  it('with heights or several parts is read, too', () => {
    const high = SQUARE.map((corner) => [...corner, 12.5]);
    expect(readOutline(file([[high], [high]], {}, 'MultiPolygon'))[0]?.polygons).toHaveLength(2);
  });

  it.each([
    ['not-json', '<kml></kml>'],
    ['not-geojson', JSON.stringify({ type: 'Topology', objects: {} })],
    ['not-geojson', JSON.stringify({ type: 'FeatureCollection', features: [] })],
    ['not-degrees', file([SQUARE], crs('urn:ogc:def:crs:EPSG::32650'))],
  ])('is refused as "%s" as a whole', (fault, text) => {
    expect(faultOf(text)).toEqual([fault]);
  });

  it.each([
    ['no-polygon', file([117, 0], {}, 'Point')],
    ['broken-ring', file([SQUARE.slice(0, 3)])],
    ['broken-ring', file([[...SQUARE.slice(0, 3), [117.15, 0.5]]])],
    ['not-degrees', file([SQUARE.map(([x, y]) => [(x ?? 0) * 4_000, (y ?? 0) * 110_000])])],
    ['swapped', file([SQUARE.map(([x, y]) => [y, x])])],
    ['elsewhere', file([SQUARE.map(([x, y]) => [(x ?? 0) - 100, y])])],
  ])('is refused as "%s" with the number of the feature', (fault, text) => {
    expect(faultOf(text)).toEqual([fault, '1']);
  });
});
