import L from 'leaflet';
import { useEffect, useEffectEvent } from 'react';
import styles from './report-map.module.css';
import type { MapPoint } from './report-points.js';
import { useBorders } from './use-borders.js';
import { useLandMap } from './use-land-map.js';

/** A place of another report. */
export interface OtherPoint extends MapPoint {
  readonly reportId: string;
  readonly ticketCode: string;
}

interface Props {
  label: string;
  own: readonly MapPoint[];
  others: readonly OtherPoint[];
  onOpen: (reportId: string) => void;
}

/** Far enough for some coast to be in sight; nearer where places are told apart. */
const FIRST_ZOOM = { alone: 9, among: 12 };
const MARK_PIXELS = 18;

/** The report's places, and those of other reports of its incident: each opens its report. */
export default function ReportMapCanvas({ label, own, others, onOpen }: Props) {
  const { container, map } = useLandMap();
  const open = useEffectEvent(onOpen);
  useBorders(map);
  useEffect(() => {
    if (!map) return;
    const marks = L.featureGroup([
      ...others.map(({ latitude, longitude, ticketCode, reportId }) =>
        L.marker([latitude, longitude], { icon: icon('map-mark'), title: ticketCode }).on('click', () =>
          open(reportId),
        ),
      ),
      ...own.map(({ latitude, longitude }) =>
        L.marker([latitude, longitude], {
          icon: icon('map-mark map-mark-own'),
          interactive: false,
          keyboard: false,
          zIndexOffset: 1_000,
        }),
      ),
    ]).addTo(map);
    map.fitBounds(marks.getBounds().pad(0.3), {
      maxZoom: others.length > 0 ? FIRST_ZOOM.among : FIRST_ZOOM.alone,
      animate: false,
    });
    return () => void marks.remove();
  }, [map, own, others]);
  return <div ref={container} className={styles.canvas} role="region" aria-label={label} />;
}

const icon = (className: string) =>
  L.divIcon({
    className,
    iconSize: [MARK_PIXELS, MARK_PIXELS],
    iconAnchor: [MARK_PIXELS / 2, MARK_PIXELS / 2],
  });
