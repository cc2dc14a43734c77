import type { ReportChange } from '@app/database';

/** What a program can ask to be told. */
export const WEBHOOK_EVENTS = ['report.created', 'report.answered', 'report.changed'] as const;
export type WebhookEvent = (typeof WEBHOOK_EVENTS)[number];

const ANSWERED = ['reply-sent', 'reply-delivered', 'answered-elsewhere'];

export function eventOf({ kind }: Pick<ReportChange, 'kind'>): WebhookEvent {
  if (kind === 'created') return 'report.created';
  return ANSWERED.includes(kind) ? 'report.answered' : 'report.changed';
}

/** The body as it is sent: ids and states; names and texts are read over the API, by those who may. */
export function bodyOf(change: ReportChange): string {
  return JSON.stringify({
    type: eventOf(change),
    timestamp: change.at.toISOString(),
    data: { change: change.kind, ...change.report },
  });
}

/** To try an address. */
export function pingBody(now: Date): string {
  return JSON.stringify({ type: 'ping', timestamp: now.toISOString(), data: {} });
}
