export interface LocalTime {
  /** `2026-11-26 14:05` */
  readonly text: (instant: Date) => string;
  /** The same clock face as an instant of UTC, for formats without time zones. */
  readonly asUtc: (instant: Date) => Date;
  /** `2026-11-26` */
  readonly today: () => string;
}

/** Instants as the clocks of an IANA time zone show them. */
export function localTime(timeZone: string): LocalTime {
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' });
  const text = (instant: Date): string => format.format(instant);
  return {
    text,
    asUtc: (instant) => new Date(`${text(instant).replace(' ', 'T')}:00Z`),
    today: () => text(new Date()).slice(0, 10),
  };
}
