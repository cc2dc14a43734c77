import type { ContactErasureView } from '@app/api-contract';
import { ContactRepository, LedgerRepository } from '@app/database';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { startErasureOffice, type ErasureOffice } from '../support/erasure-office.js';
import { eventually } from '../support/eventually.js';
import { closeReport, writeFullReport } from '../support/full-report.js';
import { tallyDifferences } from '../support/tally-differences.js';

const OTHER = { id: 779_900_001, firstName: 'Wahyudiono' };
const LAST = { id: 779_900_003, firstName: 'Hasanuddin' };

let office: ErasureOffice;
let { system, telegram, connectionId, call, detail, dump, isBalanced } = {} as ErasureOffice;

beforeAll(async () => {
  office = await startErasureOffice();
  ({ system, telegram, connectionId, call, detail, dump, isBalanced } = office);
});
afterAll(() => office.close());

/** Another worker starts while the first one sweeps, and neither gets at the contact before the other waits for it. */
async function bothWorkersAtOnce(contactId: string): Promise<void> {
  const contacts = system.api.app.get(ContactRepository, { strict: false });
  const started = await office.database.transaction(async (tx) => {
    await contacts.lock(tx, [contactId]);
    const starting = system.startWorker();
    await eventually('two that wait', async () => {
      const [{ waiting = 0 } = {}] = await tx.query<{ waiting: number }>(
        `select count(*)::int as waiting from pg_locks where locktype = 'advisory' and not granted
          and database = (select oid from pg_database where datname = current_database())`,
      );
      return waiting >= 2;
    });
    return { starting };
  });
  await started.starting;
}

describe('what a person asks to have erased', () => {
  it('goes at once, except what is on legal hold or still worked on', async () => {
    const closed = await writeFullReport(office, OTHER, 'burunghijau di taman');
    await telegram.sendPrivateText(OTHER, 'Laporan baru: pohon tumbang kelincihitam menutup jalan');
    const open = await eventually('the open report', async () => {
      const { items } = await call('GET', '/reports?q=kelincihitam');
      return (items as { id: string; ticketCode: string; status: string }[])[0];
    });
    const contact = closed.contact.id;
    await call('POST', `/reports/${closed.id}/legal-holds`, { scope: 'report', reason: 'Sengketa' });
    const plan = (await call('GET', `/contacts/${contact}/erasure`)) as ContactErasureView;
    expect(plan).toMatchObject({ erased: [], held: [{ id: closed.id }], isNameErased: false });

    const [hold] = (await detail(closed.id)).legalHolds;
    await call('POST', `/legal-holds/${hold?.id}/release`, { reason: 'Selesai' });
    const asked = { reason: 'Surat permohonan 7/2026' };
    if (open.id !== closed.id) {
      const first = (await call('POST', `/contacts/${contact}/erasure`, asked)) as ContactErasureView;
      expect(first).toMatchObject({
        erased: [{ id: closed.id }],
        open: [{ id: open.id }],
        isNameErased: false,
      });
      expect((await detail(open.id)).contact.displayName).toBe('Wahyudiono');
    }
    await closeReport(call, open.id, 'Sudah');
    await call('POST', '/saved-views', { name: 'Susulan', query: 'q=wahyudiono', isShared: true });
    await call('POST', '/saved-views', { name: 'Jalan', query: 'q=jalan', isShared: true });
    const ledger = system.api.app.get(LedgerRepository, { strict: false });
    const delivery = Buffer.from(`{"from":{"id":${OTHER.id}},"text":"rusatotol" `);
    const neighbour = Buffer.from(`{"from":{"id":${OTHER.id}7},"text":"badakjawa" `);
    await ledger.store(
      [delivery, neighbour].map((payload, index) => ({
        connectionId,
        kind: 'unreadable',
        externalId: `broken-${index}`,
        conversationKey: 'x',
        payload,
        unreadableReason: 'not JSON',
      })),
    );
    const last = (await call('POST', `/contacts/${contact}/erasure`, asked)) as ContactErasureView;
    expect(last).toMatchObject({ isNameErased: true, setAside: 1, views: ['Susulan'] });
    const views = (await call('GET', '/saved-views')) as { name: string }[];
    expect(views.map(({ name }) => name)).toEqual(['Jalan']);
    const text = await dump();
    for (const trace of ['Wahyudiono', 'burunghijau', 'kelincihitam', 'rusatotol', '"id":779900001}']) {
      expect(text.toLowerCase()).not.toContain(trace.toLowerCase());
    }
    expect(text).toContain('badakjawa');
    expect(await isBalanced()).toBe(true);
    expect(await tallyDifferences(system)).toEqual([]);
  });

  it('goes again when a database is restored that knows nothing of it', async () => {
    const file = path.join(system.dataFolder, 'erasures.jsonl');
    const kept = await eventually('the file', async () => {
      const text = await readFile(file, 'utf8').catch(() => '');
      return text.includes('"isNameErased":true') ? text.trim().split('\n') : null;
    });
    expect(kept.join()).not.toContain('Wahyudiono');
    const restored = await writeFullReport(office, LAST, 'merakbiru di pasar');
    const request = {
      ...(JSON.parse(kept.at(-1) ?? '') as object),
      id: randomUUID(),
      contactId: restored.contact.id,
      reportIds: [restored.id],
    };
    await writeFile(file, `${kept.join('\n')}\n${JSON.stringify(request)}\n`);
    await bothWorkersAtOnce(restored.contact.id);
    expect(await detail(restored.id)).toMatchObject({ isErased: true, contact: { displayName: '' } });
    const text = await dump();
    for (const trace of ['Hasanuddin', 'merakbiru']) expect(text).not.toContain(trace);
    const { items } = await call('GET', '/audit-log?action=contact-erased');
    const again = (items as { data: { isAgain?: boolean } }[]).filter(({ data }) => data.isAgain);
    expect(again.map(({ data }) => data)).toEqual([expect.objectContaining({ erased: 1 })]);
  });
});
