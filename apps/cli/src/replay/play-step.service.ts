import { setTimeout as delay } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { webhookPath, type OpenConnection } from '@app/connections';
import type { ParsedEvent, ReplayStep, WebhookRequest, WebhookSignature } from '@app/connector-kit';
import { LedgerRepository } from '@app/database';
import { RecordEventsService } from '@app/ingestion';
import { describeOutcome, isWaiting, keyOf, nameOf, type StepOutcome } from './step-outcome.js';

/** What is being played, and which file brought each event that was played before. */
export interface Playing {
  readonly file: string;
  readonly open: OpenConnection;
  readonly server: string;
  readonly seen: Map<string, string>;
}

type WebhookStep = Extract<ReplayStep, { by: 'webhook' }>;

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
    const { webhook } = open.connector;
    if (!webhook) throw new Error(`Kanal "${open.row.channel}" tidak menerima webhook`);
    const request = requestOf(step, webhook.sign?.(step.body, open.context.settings));
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

function requestOf(step: WebhookStep, signature: WebhookSignature = {}): WebhookRequest {
  const added = new URLSearchParams(signature.query).toString();
  const rawQuery = [step.rawQuery, added].filter(Boolean).join('&');
  return {
    method: step.method ?? 'POST',
    headers: { 'content-type': 'application/json', ...signature.headers },
    query: Object.fromEntries(new URLSearchParams(rawQuery)),
    rawQuery,
    rawBody: step.body,
  };
}

/** @returns null when it was taken, else what the server said */
async function deliver(request: WebhookRequest, address: string): Promise<string | null> {
  const response = await fetch(request.rawQuery ? `${address}?${request.rawQuery}` : address, {
    method: request.method,
    headers: Object.entries(request.headers).flatMap(([name, value]): [string, string][] =>
      value === undefined ? [] : [[name, value]],
    ),
    body: request.method === 'GET' ? null : new Uint8Array(request.rawBody),
  });
  const text = await response.text();
  return response.ok ? null : `${response.status} ${text.slice(0, 200)}`;
}
