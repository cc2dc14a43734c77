import type { ReportDetail } from '@app/api-contract';

/** Degrees, WGS 84. */
export interface MapPoint {
  readonly latitude: number;
  readonly longitude: number;
}

export interface ReportPoint extends MapPoint {
  /** What told it: a shared location, a photo's metadata, or coordinates in the text. */
  readonly source: 'shared' | 'photo' | 'text';
  /** As the citizen's application named it. */
  readonly label: string | null;
}

/** Places nearer than this are one: a metre. */
const DIGITS = 5;

/** As people copy it into other programs: "0.51234, 117.53421". */
export const coordinatesText = ({ latitude, longitude }: MapPoint): string =>
  [latitude, longitude].map((degrees) => String(Number(degrees.toFixed(DIGITS + 1)))).join(', ');

/** Every place that the citizen's messages, photos and words tell, the surest first, each once. */
export function pointsOf({ messages, facts }: Pick<ReportDetail, 'messages' | 'facts'>): ReportPoint[] {
  const inbound = messages.filter(({ direction }) => direction === 'inbound');
  const points: ReportPoint[] = [
    ...inbound.flatMap(({ location }) => (location ? [{ ...location, source: 'shared' as const }] : [])),
    ...inbound.flatMap(({ attachments }) =>
      attachments.flatMap(({ place, fileName }) =>
        place ? [{ ...place, source: 'photo' as const, label: fileName }] : [],
      ),
    ),
    ...(facts?.places ?? []).flatMap(({ latitude, longitude }) =>
      latitude === null || longitude === null
        ? []
        : [{ latitude, longitude, source: 'text' as const, label: null }],
    ),
  ];
  const byPlace = new Map(points.toReversed().map((point) => [keyOf(point), point]));
  return points.filter((point) => byPlace.get(keyOf(point)) === point);
}

const keyOf = ({ latitude, longitude }: MapPoint) =>
  `${latitude.toFixed(DIGITS)},${longitude.toFixed(DIGITS)}`;
