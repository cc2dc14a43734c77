import { parseArgs } from 'node:util';
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { startInstallation, type Installation } from './installation.js';
import { telegramUpdates } from './messages.js';
import { plainInsert } from './plain-insert.js';
import { connectTelegram, sendWebhooks, type Sending } from './send-webhooks.js';

const WARM_UP = 500;
const POLL_MS = 20;

const { values } = parseArgs({
  options: { messages: { type: 'string', default: '10000' }, json: { type: 'boolean', default: false } },
});
const count = Number(values.messages);
if (!Number.isSafeInteger(count) || count < 1) throw new Error('--messages: a whole number above 0');

const installation = await startInstallation();
try {
  await measure(installation);
} finally {
  await installation.stop();
}

async function measure({ databaseUrl, ...rest }: Installation): Promise<void> {
  const telegram = await connectTelegram({ databaseUrl, ...rest });
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const updates = telegramUpdates(WARM_UP + count);
    await sendWebhooks(telegram.url, updates.slice(0, WARM_UP));
    await allVisible(client, WARM_UP);
    const began = performance.now();
    const sending = await sendWebhooks(telegram.url, updates.slice(WARM_UP));
    await allVisible(client, WARM_UP + count);
    const visibleSeconds = (performance.now() - began) / 1000;
    const waiting = await timesToVisible(client);
    const plain = await plainInsert(client);
    report(sending, visibleSeconds, waiting, plain);
  } finally {
    await client.end();
    telegram.close();
  }
}

/** Until the inbox shows them: every message in a report, nothing pending. */
async function allVisible(client: pg.Client, messages: number): Promise<void> {
  for (;;) {
    const { rows } = await client.query<{ visible: number }>('select count(*)::int as visible from messages');
    if ((rows[0]?.visible ?? 0) >= messages) return;
    await delay(POLL_MS);
  }
}

/** Milliseconds from storing an event to its message, in ascending order. */
async function timesToVisible(client: pg.Client): Promise<number[]> {
  const { rows } = await client.query<{ ms: number }>(
    `select (extract(epoch from processed_at - received_at) * 1000)::float8 as ms
       from raw_events where id > $1 order by ms`,
    [WARM_UP],
  );
  return rows.map((row) => row.ms);
}

function report(
  { seconds, acknowledgements }: Sending,
  visibleSeconds: number,
  waiting: readonly number[],
  plain: { readonly seconds: number; readonly rows: number },
): void {
  const total = WARM_UP + count;
  const figures = {
    messages: count,
    acknowledgedPerSecond: Math.round(count / seconds),
    acknowledgedMs: { p50: quantile(acknowledgements, 0.5), p99: quantile(acknowledgements, 0.99) },
    visiblePerSecond: Math.round(count / visibleSeconds),
    visibleMs: { p50: quantile(waiting, 0.5), p95: quantile(waiting, 0.95) },
    plainInsertPerSecond: Math.round(total / plain.seconds),
    plainInsertRowsPerMessage: Number((plain.rows / total).toFixed(1)),
    ratio: Number((count / visibleSeconds / (total / plain.seconds)).toFixed(2)),
  };
  if (values.json) return void process.stdout.write(`${JSON.stringify(figures)}\n`);
  process.stdout.write(
    `${figures.messages} messages through the webhook until visible in the inbox\n` +
      `  acknowledged  ${figures.acknowledgedPerSecond}/s, p50 ${figures.acknowledgedMs.p50} ms, p99 ${figures.acknowledgedMs.p99} ms\n` +
      `  visible       ${figures.visiblePerSecond}/s, after p50 ${figures.visibleMs.p50} ms, p95 ${figures.visibleMs.p95} ms\n` +
      `  plain INSERT  ${figures.plainInsertPerSecond}/s of the same rows (${figures.plainInsertRowsPerMessage} rows a message, same indexes)\n` +
      `  ratio         ${figures.ratio}\n`,
  );
}

function quantile(sorted: readonly number[], part: number): number {
  return Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0);
}
