/** Why a file cannot be the region's outline. */
export type OutlineFault =
  | 'not-json'
  | 'not-geojson'
  | 'too-many-shapes'
  | 'not-degrees'
  | 'swapped'
  | 'elsewhere'
  | 'no-polygon'
  | 'broken-ring'
  | 'no-district';

const MESSAGES: Readonly<Record<OutlineFault, string>> = {
  'not-json': 'The file is not JSON',
  'not-geojson': 'The file is not a GeoJSON FeatureCollection',
  'too-many-shapes': 'The file has too many shapes',
  'not-degrees': 'Coordinates are not degrees of WGS 84',
  swapped: 'Latitude stands before longitude',
  elsewhere: 'A shape lies outside of Indonesia',
  'no-polygon': 'A feature is neither a Polygon nor a MultiPolygon',
  'broken-ring': 'A ring is not closed or has fewer than three corners',
  'no-district': 'No shape carries the name or code of a district',
};

/** The file is refused; nothing of it is kept. */
export class OutlineError extends Error {
  readonly code = 'outline-not-usable';
  readonly errors: readonly { readonly field: string; readonly message: string }[];

  /** @param feature number of the feature that is wrong, from 1 */
  constructor(fault: OutlineFault, feature?: number) {
    super(feature === undefined ? MESSAGES[fault] : `${MESSAGES[fault]} (feature ${feature})`);
    this.errors = [
      { field: 'fault', message: fault },
      ...(feature === undefined ? [] : [{ field: 'feature', message: String(feature) }]),
    ];
  }
}
