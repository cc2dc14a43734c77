import L from 'leaflet';
import { useEffect } from 'react';
import { useRegionMap } from './use-region-map.js';

/** Lays the tiles of the server that an admin has set over the land. */
export function useTiles(map: L.Map | null): void {
  const tiles = useRegionMap().data?.tiles;
  useEffect(() => {
    if (!map || !tiles) return;
    const layer = L.tileLayer(tiles.address, { attribution: asText(tiles.attribution) }).addTo(map);
    return () => void layer.remove();
  }, [map, tiles]);
}

/** Leaflet takes attributions for HTML. */
function asText(attribution: string): string {
  const element = document.createElement('span');
  element.textContent = attribution;
  return element.innerHTML;
}
