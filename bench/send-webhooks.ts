import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Pool } from 'undici';
import type { Installation } from './installation.js';

const SECRET = 'bench-bench-bench-bench';
/** Telegram opens up to 40 connections by default, 100 at most. */
const IN_FLIGHT = 40;

export interface Sending {
  readonly seconds: number;
  /** Milliseconds until each delivery was acknowledged, in ascending order. */
  readonly acknowledgements: readonly number[];
}

/** Connects Telegram by webhook. The platform itself is a server here that agrees to everything. */
export async function connectTelegram(installation: Installation): Promise<{ url: string; close(): void }> {
  const platform = createServer((_, response) => {
    response.setHeader('content-type', 'application/json');
    response.end(
      '{"ok":true,"result":{"id":1,"is_bot":true,"first_name":"Bench","username":"bench_bot","url":""}}',
    );
  });
  await new Promise<void>((resolve) => platform.listen(0, '127.0.0.1', resolve));
  const { port } = platform.address() as AddressInfo;
  const answer = await fetch(`${installation.address}/api/v1/connections`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      origin: installation.address,
      cookie: installation.cookie,
    },
    body: JSON.stringify({
      channel: 'telegram',
      name: 'Bench',
      settings: {
        botToken: '1000:AAbench',
        mode: 'webhook',
        webhookSecret: SECRET,
        apiRoot: `http://127.0.0.1:${port}`,
      },
    }),
  });
  if (answer.status !== 201) throw new Error(`Connection: ${answer.status} ${await answer.text()}`);
  const { webhookUrl } = (await answer.json()) as { webhookUrl: string };
  return { url: webhookUrl, close: () => platform.close() };
}

/** Posts every update once. @throws Error when one is not acknowledged with 200 */
export async function sendWebhooks(url: string, updates: readonly string[]): Promise<Sending> {
  const { origin, pathname: path } = new URL(url);
  const pool = new Pool(origin, { connections: IN_FLIGHT, pipelining: 1 });
  const headers = { 'content-type': 'application/json', 'x-telegram-bot-api-secret-token': SECRET };
  const acknowledgements: number[] = [];
  const queue = updates.values();
  const began = performance.now();
  const sender = async (): Promise<void> => {
    for (const body of queue) {
      const sent = performance.now();
      const answer = await pool.request({ method: 'POST', path, headers, body });
      await answer.body.dump();
      if (answer.statusCode !== 200) throw new Error(`Webhook answered ${answer.statusCode}`);
      acknowledgements.push(performance.now() - sent);
    }
  };
  await Promise.all(Array.from({ length: IN_FLIGHT }, sender));
  const seconds = (performance.now() - began) / 1000;
  await pool.close();
  return { seconds, acknowledgements: acknowledgements.sort((a, b) => a - b) };
}
