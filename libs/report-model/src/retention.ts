/** What a rule of retention is about; reports' contents go with everything that quotes them. */
export const RETENTION_KINDS = [
  'raw-events',
  'quarantine',
  'contents',
  'attachments',
  'contacts',
  'spam',
  'audit-log',
  'deliveries',
  'sessions',
] as const;
export type RetentionKind = (typeof RETENTION_KINDS)[number];

/** Fewer days would take away what is still worked with, or what has to be shown to a supervisor. */
export const MINIMUM_DAYS: Readonly<Record<RetentionKind, number>> = {
  'raw-events': 7,
  quarantine: 30,
  contents: 30,
  attachments: 30,
  contacts: 30,
  spam: 7,
  'audit-log': 365,
  deliveries: 7,
  sessions: 1,
};
export const MAXIMUM_DAYS = 36_500;

export interface RetentionRule {
  readonly isEnabled: boolean;
  /** Kept for so many days after receipt, closing or end. */
  readonly days: number;
}
export interface RetentionSettings {
  /** Hour of the day (0 to 23, installation's time zone) of the nightly run. */
  readonly hour: number;
  readonly rules: Readonly<Record<RetentionKind, RetentionRule>>;
}

/** What holds until an admin changes it: nothing is erased. */
export const RETENTION_DEFAULTS: RetentionSettings = {
  hour: 3,
  rules: {
    'raw-events': { isEnabled: false, days: 90 },
    quarantine: { isEnabled: false, days: 365 },
    contents: { isEnabled: false, days: 730 },
    attachments: { isEnabled: false, days: 365 },
    contacts: { isEnabled: false, days: 730 },
    spam: { isEnabled: false, days: 90 },
    'audit-log': { isEnabled: false, days: 1_825 },
    deliveries: { isEnabled: false, days: 30 },
    sessions: { isEnabled: false, days: 30 },
  },
};

/** Texts or names that are erased must not live on in the raw copies of the events that brought them. */
export function outlivedByRawEvents({ rules }: RetentionSettings): RetentionKind | null {
  const raw = rules['raw-events'];
  const isLater = (kind: RetentionKind) =>
    rules[kind].isEnabled && (!raw.isEnabled || raw.days > rules[kind].days);
  return (['contents', 'contacts'] as const).find(isLater) ?? null;
}
