import exifr from 'exifr';

/** Degrees, WGS 84. */
export interface PhotoPlace {
  readonly latitude: number;
  readonly longitude: number;
}

/** Where the camera says it was; null when it does not, or says 0, 0 as cameras without a fix do. */
export async function readPhotoPlace(body: Buffer): Promise<PhotoPlace | null> {
  const found = await exifr.gps(body).catch(() => null);
  if (!found) return null;
  const { latitude, longitude } = found;
  const isOnEarth = Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180;
  return isOnEarth && (latitude !== 0 || longitude !== 0) ? { latitude, longitude } : null;
}
