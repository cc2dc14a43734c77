import { Injectable } from '@nestjs/common';
import { OpenConnectionService } from '@app/connections';
import { ConnectorError, FAILURE_POLICY } from '@app/connector-kit';
import { EventDetailRepository, type EventToDetail } from '@app/database';
import { RecordEventsService } from '@app/ingestion';
import { backOffMs } from './back-off.js';

const BATCH = 20;
/** Longer than one question takes; a worker that dies leaves the event to another after this time. */
const LEASE_MS = 120_000;
const TIMEOUT_MS = 60_000;
/** About five hours of waiting a minute. */
const MOST_FAILURES = 300;

/** Asks platforms for what they did not tell. Asked twice, they give the same events, which are stored once. */
@Injectable()
export class FetchDetailsService {
  constructor(
    private readonly details: EventDetailRepository,
    private readonly opener: OpenConnectionService,
    private readonly events: RecordEventsService,
  ) {}

  async fetch(): Promise<void> {
    for (const event of await this.details.claim(BATCH, LEASE_MS)) {
      try {
        await this.fetchOne(event);
        await this.details.done(event.id);
      } catch (error) {
        await this.failed(event, error);
      }
    }
  }

  private async fetchOne({ connectionId, payload, ...event }: EventToDetail): Promise<void> {
    const open = await this.opener.byId(connectionId, AbortSignal.timeout(TIMEOUT_MS));
    const source = open?.connector.details;
    if (!open || !source) return;
    const raw = { ...event, payload: JSON.parse(payload.toString('utf8')) as unknown };
    await this.events.record(connectionId, await source.fetch(raw, open.context));
  }

  private async failed({ id, failures }: EventToDetail, error: unknown): Promise<void> {
    const failure = error instanceof ConnectorError ? error : new ConnectorError('transient', String(error));
    // A lost permission can be given back; what is gone or was never understood stays so.
    const isHopeless = failure.code === 'media-gone' || failure.code === 'payload-unrecognised';
    const wait = FAILURE_POLICY[failure.code].retry ? backOffMs(failures + 1, failure.until ?? null) : 60_000;
    const until = isHopeless || failures >= MOST_FAILURES ? null : new Date(Date.now() + wait);
    await this.details.failed(id, failure.message, until);
  }
}
