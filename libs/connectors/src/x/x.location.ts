import type { InboundLocation } from '@app/report-model';
import type { XPlace, XPost } from './x.payload.js';

/** A place wider than this (degrees, about 5 km) is a city or more: its centre would only mislead. */
const WIDEST_PLACE_DEGREES = 0.05;

/** The exact point where the author shared one, else the middle of a small tagged place. */
export function xLocation(post: XPost, place: XPlace | null): InboundLocation | null {
  const label = place?.full_name ? { label: place.full_name } : {};
  const coordinates = post.geo?.coordinates?.coordinates ?? [];
  const exact = coordinates.length === 2 ? pointAt(coordinates) : null;
  if (exact) return { ...exact, ...label };

  const box = place?.geo?.bbox ?? [];
  const southWest = pointAt(box.slice(0, 2));
  const northEast = pointAt(box.slice(2, 4));
  if (!southWest || !northEast) return null;
  const width = northEast.longitude - southWest.longitude;
  const height = northEast.latitude - southWest.latitude;
  if (width < 0 || height < 0 || Math.max(width, height) > WIDEST_PLACE_DEGREES) return null;
  return {
    latitude: southWest.latitude + height / 2,
    longitude: southWest.longitude + width / 2,
    ...label,
  };
}

/** GeoJSON order: longitude first. */
function pointAt([longitude, latitude]: readonly number[]): InboundLocation | null {
  if (longitude === undefined || latitude === undefined) return null;
  if (Math.abs(longitude) > 180 || Math.abs(latitude) > 90) return null;
  return { latitude, longitude };
}
