import L from 'leaflet';
import 'leaflet/dist/leaflet.css';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { loadLand } from './coast.js';
import './map.css';
import { useTiles } from './use-tiles.js';

/** Indonesia: south-west and north-east. */
const COUNTRY: L.LatLngBoundsLiteral = [
  [-11.2, 94.7],
  [6.2, 141.2],
];
const DEEPEST_ZOOM = 18;
const LAND_PANE = 'land';

/** A map of the land that ships with the screens; nobody else is asked unless an admin has set a server of tiles. */
export function useLandMap() {
  const { t } = useTranslation();
  const container = useRef<HTMLDivElement>(null);
  const [map, setMap] = useState<L.Map | null>(null);
  const [zoomIn, zoomOut] = [t('map.zoomIn'), t('map.zoomOut')];
  useEffect(() => {
    if (!container.current) return;
    const made = L.map(container.current, {
      maxZoom: DEEPEST_ZOOM,
      maxBounds: L.latLngBounds(COUNTRY).pad(0.1),
      zoomControl: false,
      // The page scrolls below a finger or a wheel; two fingers, the buttons and the keys move the map.
      scrollWheelZoom: false,
      dragging: !L.Browser.mobile,
      fadeAnimation: false,
    }).fitBounds(COUNTRY);
    // Below the tiles, which may be absent, late, or not of this place.
    made.createPane(LAND_PANE).style.zIndex = '150';
    made.attributionControl.setPrefix(false);
    L.control.zoom({ zoomInTitle: zoomIn, zoomOutTitle: zoomOut }).addTo(made);
    L.control.scale({ imperial: false }).addTo(made);
    let isGone = false;
    void loadLand().then((land) => {
      if (isGone) return;
      L.geoJSON(land, {
        pane: LAND_PANE,
        interactive: false,
        attribution: 'Natural Earth',
        style: (feature) => ({
          className: feature?.properties.isNeighbour ? 'map-land map-neighbour' : 'map-land',
        }),
      }).addTo(made);
    });
    const watch = new ResizeObserver(() => made.invalidateSize());
    watch.observe(container.current);
    setMap(made);
    return () => {
      isGone = true;
      watch.disconnect();
      made.remove();
      setMap(null);
    };
  }, [zoomIn, zoomOut]);
  useTiles(map);
  return { container, map };
}
