import type { OutlineShape } from '@app/api-contract';
import L from 'leaflet';

/** Districts as a layer; their corners are longitude and latitude. */
export function shapesLayer(
  shapes: readonly OutlineShape[],
  classOf: (shape: OutlineShape) => string,
  options: L.GeoJSONOptions<OutlineShape> = {},
): L.GeoJSON<OutlineShape> {
  const features = shapes.map((shape) => ({
    type: 'Feature' as const,
    properties: shape,
    geometry: { type: 'MultiPolygon' as const, coordinates: shape.polygons },
  }));
  return L.geoJSON<OutlineShape>(features, {
    ...options,
    style: (feature) => ({ className: feature ? classOf(feature.properties) : '' }),
  });
}
