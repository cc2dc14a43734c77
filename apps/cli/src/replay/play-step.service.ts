import { setTimeout as delay } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { hostedApiPath, webhookPath, type OpenConnection } from '@app/connections';
import type { ParsedEvent, ReplayStep } from '@app/connector-kit';
import { LedgerRepository } from '@app/database';
import { RecordEventsService } from '@app/ingestion';
import { rehearsal } from './api-rehearsal.js';
import { deliver, requestOf } from './deliver.js';
import { describeOutcome, isWaiting, keyOf, nameOf, type StepOutcome } from './step-outcome.js';

/** What is being played, and which file brought each event that was played before. */
export interface Playing {
  readonly file: string;
  readonly open: OpenConnection;
  readonly server: string;
  readonly seen: Map<string, string>;
}

type ApiStep = Extract<ReplayStep, { by: 'api' }>;

const PATIENCE_MS = 20_000;
const PAUSE_MS = 50;

/** Plays one step as the platform would, and waits until the ledger says what became of it. */
@Injectable()
export class PlayStepService {
  constructor(
    private readonly ledger: LedgerRepository,
    private readonly events: RecordEventsService,
  ) {}

  async play(step: ReplayStep, playing: Playing): Promise<StepOutcome[]> {
    const { open, server } = playing;
    if (step.by === 'nobody') return [{ what: 'not-delivered', reason: step.reason }];
    if (step.by === 'ledger') {
      await this.events.record(open.row.id, step.events);
      return this.outcomesOf(step.events, playing);
    }
    if (step.by === 'api') return this.post(step, playing);
    const { webhook } = open.connector;
    if (!webhook) throw new Error(`Kanal "${open.row.channel}" tidak menerima webhook`);
    const request = requestOf(step, webhook.sign?.(step.body, open.context.settings, open.context.now()));
    const verdict = webhook.verify(request, open.context);
    if (verdict.verdict !== 'accepted') {
      const reason = verdict.verdict === 'rejected' ? verdict.reason : 'A challenge, not a delivery';
      return [{ what: 'refused', reason }];
    }
    const events = webhook.parse(verdict.request);
    if (webhook.isEnabled(open.context.settings)) {
      const refusal = await deliver(request, `${server}${webhookPath(open.row.id)}`);
      if (refusal !== null) return [{ what: 'refused', reason: refusal }];
    } else {
      await this.events.record(open.row.id, events);
    }
    return this.outcomesOf(events, playing);
  }

  /** Which events the interface makes of it, it says to its host alone: a rehearsal tells them. */
  private async post(step: ApiStep, playing: Playing): Promise<StepOutcome[]> {
    const { open, server } = playing;
    const { api } = open.connector;
    if (!api) throw new Error(`Kanal "${open.row.channel}" tidak punya antarmuka sendiri`);
    const signed = api.sign?.(open.context.settings) ?? {};
    const query = signed.query ?? {};
    const headers = { ...step.headers, ...signed.headers };
    const url = server + hostedApiPath(open.row);
    const events: ParsedEvent[] = [];
    const request = { method: 'POST', url, path: step.path, query, headers, rawBody: step.body } as const;
    await api.answer(request, rehearsal(open, this.ledger, events));
    const rawQuery = new URLSearchParams(query).toString();
    const refusal = await deliver({ ...request, rawQuery }, `${url}/${step.path}`);
    return refusal === null ? this.outcomesOf(events, playing) : [{ what: 'refused', reason: refusal }];
  }

  private async outcomesOf(
    events: readonly ParsedEvent[],
    { file, open, seen }: Playing,
  ): Promise<StepOutcome[]> {
    if (events.length === 0) return [{ what: 'empty', reason: null }];
    const keys = events.map(keyOf);
    let found = await this.ledger.outcomes(open.row.id, keys);
    for (const end = Date.now() + PATIENCE_MS; found.some(isWaiting) && Date.now() < end;) {
      await delay(PAUSE_MS);
      found = await this.ledger.outcomes(open.row.id, keys);
    }
    return events.map((event, index) => {
      const name = nameOf(event);
      const earlier = seen.get(name);
      if (earlier !== undefined) return { what: 'repeat', reason: `the same id came in ${earlier}` };
      seen.set(name, file);
      return describeOutcome(event, found[index], open.connector);
    });
  }
}
