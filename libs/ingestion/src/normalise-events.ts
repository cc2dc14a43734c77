import type { ClaimedEvent, Settlement } from '@app/database';
import { ConnectorError, type ConnectorRegistry } from '@app/connector-kit';
import { cleanText, type NormalisedEvent } from '@app/report-model';

export interface NormalisedItem {
  readonly event: ClaimedEvent;
  readonly normalised: NormalisedEvent;
  /** The platform told only a part, and is to be asked for the rest. */
  readonly needsDetails: boolean;
}

/** Reads each claimed event with its connector. One that cannot be read is set aside alone, with the reason. */
export function normaliseEvents(
  registry: ConnectorRegistry,
  events: readonly ClaimedEvent[],
): { items: NormalisedItem[]; setAside: Settlement[] } {
  const items: NormalisedItem[] = [];
  const setAside: Settlement[] = [];
  for (const event of events) {
    try {
      items.push({ event, ...normalise(registry, event) });
    } catch (error) {
      setAside.push({ id: event.id, state: 'quarantined', reason: reasonOf(error) });
    }
  }
  return { items, setAside };
}

function normalise(registry: ConnectorRegistry, event: ClaimedEvent): Omit<NormalisedItem, 'event'> {
  const connector = registry.get(event.channel);
  const raw = {
    kind: event.kind,
    externalId: event.externalId,
    payload: JSON.parse(event.payload.toString('utf8')) as unknown,
    receivedAt: event.receivedAt,
  };
  return {
    normalised: connector.normalise(raw),
    needsDetails: connector.details?.isNeeded(raw) ?? false,
  };
}

/** What a person reads on the connections page; at most 500 characters. */
export function reasonOf(error: unknown): string {
  const text = error instanceof ConnectorError ? `${error.code}: ${error.message}` : String(error);
  return cleanText(text).slice(0, 500);
}
