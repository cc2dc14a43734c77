import { contentId, type Connector, type ParsedEvent } from '@app/connector-kit';
import type { LedgerOutcome } from '@app/database';
import type { NormalisedEvent } from '@app/report-model';

/** What became of one event of a file, or of a delivery without events. */
export interface StepOutcome {
  readonly what:
    NormalisedEvent['kind'] | 'quarantined' | 'pending' | 'refused' | 'empty' | 'repeat' | 'not-delivered';
  readonly reason: string | null;
}

/** How the ledger finds an event. */
export function keyOf(event: ParsedEvent): { kind: string; externalId: string } {
  return event.status === 'readable'
    ? { kind: event.kind, externalId: event.externalId }
    : { kind: 'unreadable', externalId: contentId(event.bytes) };
}

export function nameOf(event: ParsedEvent): string {
  const { kind, externalId } = keyOf(event);
  return `${kind} ${externalId}`;
}

/** Nobody has looked at it yet. */
export function isWaiting(outcome: LedgerOutcome | undefined): boolean {
  return outcome === undefined || (outcome.state === 'pending' && outcome.nextAttemptAt === null);
}

export function describeOutcome(
  event: ParsedEvent,
  outcome: LedgerOutcome | undefined,
  connector: Connector,
): StepOutcome {
  if (!outcome || isWaiting(outcome)) return { what: 'pending', reason: null };
  const { state, reason } = outcome;
  if (state === 'quarantined' || event.status === 'unreadable') return { what: 'quarantined', reason };
  if (state === 'ignored') return { what: 'ignored', reason };
  const { kind, externalId, payload } = event;
  const read = connector.normalise({ kind, externalId, payload, receivedAt: outcome.receivedAt });
  return { what: read.kind, reason: state === 'pending' ? 'waits for what it is about' : null };
}
