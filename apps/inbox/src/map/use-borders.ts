import type L from 'leaflet';
import { useEffect } from 'react';
import { shapesLayer } from './shapes-layer.js';
import { useOutline } from './use-region-map.js';

/** Draws the borders of the region's districts, where an admin has given them. */
export function useBorders(map: L.Map | null): void {
  const shapes = useOutline();
  useEffect(() => {
    if (!map || !shapes) return;
    const layer = shapesLayer(shapes, () => 'map-border', { interactive: false }).addTo(map);
    return () => void layer.remove();
  }, [map, shapes]);
}
