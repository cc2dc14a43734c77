import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import type { Installation } from '../bench/installation.js';

/** What the tour is shown: addresses of screens that need an id or a secret. */
export interface World {
  readonly address: string;
  /** Complaints, the one that has the most to show first. */
  readonly reportIds: readonly string[];
  /** One-time link of somebody who was invited. */
  readonly invitation: string;
}

/** Who shows round. */
export const GUIDE = {
  name: 'Sari Wulandari',
  email: 'sari@example.go.id',
  password: 'kopi hitam tanpa gula',
};
const QUESTION =
  'Lampu jalan di depan SD Negeri 3 padam sejak Senin. Mohon diperbaiki, anak-anak pulang sore.';
const ANSWER =
  'Terima kasih atas laporannya. Tim Dinas Perhubungan mengganti lampu itu besok pagi. Kabari kami bila masih padam.';
const PATIENCE_MS = 60_000;

/** Asks the api as the admin. @throws Error with what it answered, unless that is a success */
async function call<T>({ address, cookie }: Installation, path: string, body?: object): Promise<T> {
  const answer = await fetch(`${address}/api/v1${path}`, {
    method: body ? 'POST' : 'GET',
    headers: { cookie, origin: address, ...(body && { 'content-type': 'application/json' }) },
    body: body ? JSON.stringify(body) : null,
  });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${text}`);
  return JSON.parse(text) as T;
}

interface Listed {
  readonly id: string;
  readonly version: number;
  readonly class: string;
  readonly messageCount: number;
  readonly hasAttachments: boolean;
  readonly incident: { readonly size: number } | null;
  readonly ticketCode: string;
}
const list = async (installation: Installation): Promise<readonly Listed[]> =>
  (await call<{ items: Listed[] }>(installation, '/reports?limit=100')).items;

async function until<T>(what: string, look: () => Promise<T | undefined>): Promise<T> {
  for (const end = Date.now() + PATIENCE_MS; Date.now() < end;) {
    const found = await look();
    if (found !== undefined) return found;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error(`Not within ${PATIENCE_MS / 1_000} s: ${what}`);
}

/** Puts the sample data in, and waits until all of it stands in the list. */
export async function addSamples(installation: Installation): Promise<World> {
  const { messages } = await call<{ messages: number }>(installation, '/sample-data', {});
  let before = -1;
  await until(`${messages} made-up messages`, async () => {
    const { byStatus } = await call<{ byStatus: Record<string, number> }>(installation, '/reports/counts');
    const total = Object.values(byStatus).reduce((sum, count) => sum + count, 0);
    const isDone = total > 0 && total === before;
    before = total;
    if (!isDone) await new Promise((resolve) => setTimeout(resolve, 2_000));
    return isDone || undefined;
  });
  const reports = await list(installation);
  const weight = ({ incident, messageCount, hasAttachments }: Listed): number =>
    (incident?.size ?? 0) + messageCount + Number(hasAttachments);
  const reportIds = reports
    .filter((report) => report.class === 'complaint')
    .sort((a, b) => weight(b) - weight(a))
    .map(({ id }) => id);
  const invited = { name: 'Budi Santoso', email: 'budi@example.go.id', role: 'officer', agencyId: null };
  const { link } = await call<{ link: string }>(installation, '/users', invited);
  return { address: installation.address, reportIds, invitation: link };
}

/** A citizen writes through the form, opens their report, and an officer answers it. */
export async function writeAndAnswer(citizen: Page, installation: Installation): Promise<void> {
  await citizen.goto(`${installation.address}/lapor`);
  await citizen.locator('textarea').first().fill(QUESTION);
  await citizen.locator('button[type=submit]').click();
  const code = await citizen.locator('#ticket-code').innerText();
  const report = await until('the citizen’s report', async () =>
    (await list(installation)).find(({ ticketCode }) => ticketCode === code),
  );
  const reply = { text: ANSWER, idempotencyKey: randomUUID(), version: report.version };
  await call(installation, `/reports/${report.id}/replies`, reply);
  await citizen.locator('main button[type=submit]').click();
  await citizen.locator('li.answer').waitFor();
}
