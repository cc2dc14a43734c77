import type { OutlineShape, Overview } from '@app/api-contract';
import L from 'leaflet';
import { useEffect, useEffectEvent } from 'react';
import styles from './report-map.module.css';
import { shadeOf } from './shades.js';
import { shapesLayer } from './shapes-layer.js';
import { useLandMap } from './use-land-map.js';

type Area = Overview['areas'][number];

interface Props {
  label: string;
  areas: readonly Area[];
  /** Without them each area stands as a circle where its reports are. */
  shapes: readonly OutlineShape[] | undefined;
  /** "Bengalon: 12". */
  nameOf: (name: string, count: number) => string;
  onOpen: (code: string) => void;
}

const SMALLEST_CIRCLE = 24;
const LARGEST_CIRCLE = 52;
const DEEPEST_FIRST_ZOOM = 10;

/** How many reports came from where; what is pressed opens its list. */
export default function DistrictMapCanvas({ label, areas, shapes, nameOf, onOpen }: Props) {
  const { container, map } = useLandMap();
  const open = useEffectEvent(onOpen);
  const named = useEffectEvent(nameOf);
  useEffect(() => {
    if (!map) return;
    const layer = shapes ? shaded(areas, shapes, open, named) : circles(areas, open, named);
    layer.addTo(map);
    const bounds = layer.getBounds();
    if (bounds.isValid()) map.fitBounds(bounds.pad(0.1), { maxZoom: DEEPEST_FIRST_ZOOM, animate: false });
    return () => void layer.remove();
  }, [map, areas, shapes]);
  return <div ref={container} className={styles.canvas} role="region" aria-label={label} />;
}

function shaded(
  areas: readonly Area[],
  shapes: readonly OutlineShape[],
  open: Props['onOpen'],
  named: Props['nameOf'],
): L.FeatureGroup {
  const counts = new Map(areas.map(({ code, count }) => [code, count]));
  const countOf = ({ code }: OutlineShape) => (code === null ? 0 : (counts.get(code) ?? 0));
  const most = Math.max(0, ...shapes.map(countOf));
  return shapesLayer(shapes, (shape) => `map-border map-shade-${shadeOf(countOf(shape), most)}`, {
    onEachFeature: ({ properties: shape }, layer) => {
      const text = document.createElement('span');
      text.textContent = named(shape.name, countOf(shape));
      layer.bindTooltip(text, { sticky: true });
      if (shape.code !== null) layer.on('click', () => open(shape.code ?? ''));
    },
  });
}

function circles(areas: readonly Area[], open: Props['onOpen'], named: Props['nameOf']): L.FeatureGroup {
  const most = Math.max(1, ...areas.map(({ point, count }) => (point ? count : 0)));
  return L.featureGroup(
    areas.flatMap(({ code, name, count, point }) => {
      if (!point || code === null) return [];
      const size = SMALLEST_CIRCLE + Math.sqrt(count / most) * (LARGEST_CIRCLE - SMALLEST_CIRCLE);
      const icon = L.divIcon({ className: 'map-circle', iconSize: [size, size], html: String(count) });
      const marker = L.marker([point.latitude, point.longitude], { icon, title: named(name ?? code, count) });
      return [marker.on('click', () => open(code))];
    }),
  );
}
