import type {
  ContactErasureView,
  RetentionPreviewView,
  RetentionView,
  ReportDetail,
} from '@app/api-contract';
import { Database, LedgerRepository } from '@app/database';
import { SweepMediaService } from '@app/media';
import { RETENTION_KINDS, type RetentionKind } from '@app/report-model';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { dumpDatabase } from '../support/dump-database.js';
import { eventually } from '../support/eventually.js';
import { signInInvited } from '../support/first-admin.js';
import { closeReport, messagesOf, writeFullReport, type Call, type Office } from '../support/full-report.js';
import { startTelegramDouble, type TelegramDouble } from '../support/telegram-double.js';
import { tallyDifferences } from '../support/tally-differences.js';
import { startTestSystem, type TestSystem } from '../support/test-system.js';

const ZAINAL = { id: 779_912_345, firstName: 'Zainalabidin' };
const RAHMA = { id: 779_954_321, firstName: 'Rahmawatini' };
const OTHER = { id: 779_900_001, firstName: 'Wahyudiono' };
const SPAMMER = { id: 779_900_002, firstName: 'Suparmanto' };
/** Whatever of Zainal must be found nowhere: his words, name, number, account. */
const TRACES = ['kucingmerah', 'Zainalabidin', '81277889911', '779912345'];

let system: TestSystem;
let telegram: TelegramDouble;
let database: Database;
let connectionId: string;
let colleagueId: string;
let office: Office;

beforeAll(async () => {
  system = await startTestSystem();
  telegram = await startTelegramDouble();
  database = system.api.app.get(Database, { strict: false });
  const body = { channel: 'telegram', name: 'Bot', settings: telegram.settings };
  connectionId = (await system.admin.call('POST', '/connections', body)).body.id;
  colleagueId = (
    await signInInvited(system.api, system.admin, { email: 'budi@example.go.id', role: 'officer' })
  ).id;
  office = { call, telegram, database, colleagueId };
});
afterAll(async () => {
  await telegram.stop();
  await system.close();
});

const call: Call = async (method, route, body) => {
  const answer = await system.admin.call(method, route, body);
  if (answer.status >= 400) throw new Error(`${route}: ${answer.status} ${JSON.stringify(answer.body)}`);
  return answer.body;
};
const detail = (id: string): Promise<ReportDetail> => call('GET', `/reports/${id}`);

/** Rules that are on, with their days; the others are off. */
const settings = (rules: Partial<Record<RetentionKind, number>>, hour = 3) => ({
  hour,
  rules: Object.fromEntries(
    RETENTION_KINDS.map((kind) => [kind, { isEnabled: kind in rules, days: rules[kind] ?? 400 }]),
  ),
});
const overview = (): Promise<RetentionView> => call('GET', '/retention');
const save = async (given: object) =>
  call('POST', '/retention', { settings: given, version: (await overview()).version });
const preview = async (given: object, kind: RetentionKind) =>
  ((await call('POST', '/retention/preview', given)) as RetentionPreviewView).find(
    (one) => one.kind === kind,
  );
/** @returns the results of the latest run once it is over, by rule */
const runOver = async (minimum: number) => {
  const run = await eventually('the run', async () => {
    const { runs } = await overview();
    return runs.length >= minimum && runs[0]?.state === 'done' ? runs[0] : null;
  });
  return Object.fromEntries(run.results.map(({ kind, ...result }) => [kind, result]));
};

/** As if everything of this report had happened two years ago. */
async function age(reportId: string): Promise<void> {
  await database.query(
    `update reports set closed_at = closed_at - interval '2 years', received_at = received_at - interval '2 years',
            updated_at = updated_at - interval '2 years' where id = $1`,
    [reportId],
  );
  await database.query(`update raw_events set received_at = received_at - interval '2 years'`);
}

const dump = () => dumpDatabase(database);
const traces = (text: string) => TRACES.filter((trace) => text.toLowerCase().includes(trace.toLowerCase()));

async function files(): Promise<number> {
  const entries = await readdir(path.join(system.dataFolder, 'media'), {
    recursive: true,
    withFileTypes: true,
  });
  return entries.filter((entry) => entry.isFile()).length;
}
const isBalanced = async () => (await call('GET', '/reconciliation')).isBalanced as boolean;

describe('retention', () => {
  const RULES = { 'raw-events': 90, contents: 365, attachments: 365, contacts: 365 };
  let erased: ReportDetail;
  let held: ReportDetail;

  it('erases nothing until an admin switches a rule on, and shows before what would go', async () => {
    erased = await writeFullReport(office, ZAINAL, 'kucingmerah telepon 081277889911');
    held = await writeFullReport(office, RAHMA, 'anjingbiru nomor tiga');
    for (const { id } of [erased, held]) await age(id);
    expect(traces(await dump())).toEqual(TRACES);
    expect(Object.values((await overview()).settings.rules).map(({ isEnabled }) => isEnabled)).not.toContain(
      true,
    );

    await call('POST', `/reports/${held.id}/legal-holds`, { scope: 'report', reason: 'Perkara 12/2026' });
    expect(await detail(held.id)).toMatchObject({
      hasLegalHold: true,
      legalHolds: [{ scope: 'report', reason: 'Perkara 12/2026', placedBy: 'Sari' }],
    });
    const found = (await call('GET', '/reports?legalHold=true')).items as { id: string }[];
    expect(found.map(({ id }) => id)).toEqual([held.id]);
    expect(await preview(settings(RULES), 'contents')).toMatchObject({
      count: 1,
      held: 1,
      examples: [{ id: erased.id, ticketCode: erased.ticketCode }],
    });
    expect(await preview(settings(RULES), 'contacts')).toMatchObject({ count: 1, held: 1 });
    expect((await detail(erased.id)).isErased).toBe(false);
  });

  it('refuses rules by which raw copies would outlive what is erased, and settings that somebody else has changed', async () => {
    const { version } = await overview();
    const post = (given: object) => system.admin.call('POST', '/retention', { settings: given, version });
    for (const rules of [{ contents: 365 }, { contents: 365, 'raw-events': 400 }, { contacts: 365 }]) {
      expect((await post(settings(rules))).body).toMatchObject({ status: 409, code: 'raw-events-outlive' });
    }
    expect((await post(settings({ spam: 90 }))).status).toBe(200);
    expect((await post(settings({}))).body).toMatchObject({ status: 409, code: 'changed-meanwhile' });
    expect((await overview()).settings.rules.spam.isEnabled).toBe(true);
  });

  it('erases at its hour every trace of a report that is over, and nothing of one on legal hold', async () => {
    const events = await messagesOf(database, erased.id);
    const hour = new Intl.DateTimeFormat('en-GB', {
      timeZone: 'Asia/Makassar',
      hour: '2-digit',
      hourCycle: 'h23',
    }).format(new Date());
    await save(settings(RULES, Number(hour)));
    const results = await runOver(1);
    expect((await overview()).runs[0]?.requestedBy).toBeNull();
    expect(results).toMatchObject({
      contents: { erased: 1, held: 1, failed: 0 },
      contacts: { erased: 1, held: 1, failed: 0 },
    });
    await system.api.app.get(SweepMediaService, { strict: false }).removeUnused(0);

    const text = await dump();
    expect(traces(text)).toEqual([]);
    expect(text).toContain('anjingbiru');
    // The photo and its thumbnail of the report on hold.
    expect(await files()).toBe(2);
    expect(await isBalanced()).toBe(true);
    const after = await detail(erased.id);
    expect(after).toMatchObject({
      isErased: true,
      class: erased.class,
      topicCode: erased.topicCode,
      areaCode: erased.areaCode,
      status: 'closed',
      contact: { displayName: '', handle: null },
      replyOptions: { isAllowed: false },
    });
    expect(after.timeline.at(-1)).toMatchObject({ kind: 'erased', actorKind: 'system' });
    expect(await detail(held.id)).toMatchObject({ isErased: false, contact: { displayName: 'Rahmawatini' } });

    // The platform sends the same again: it is known, though nothing of it is.
    const [event] = events;
    const entry = {
      connectionId,
      kind: event?.kind ?? '',
      externalId: event?.rawId ?? '',
      conversationKey: 'x',
    };
    const ledger = system.api.app.get(LedgerRepository, { strict: false });
    expect(await ledger.store([{ ...entry, payload: Buffer.from('{}') }])).toEqual([false]);
    const { items } = await call('GET', '/audit-log?action=retention-erased');
    expect((items as { data: object }[]).map(({ data }) => data)).toContainEqual({
      kind: 'contents',
      erased: 1,
      held: 1,
      failed: 0,
    });
  });

  it('does no more when it runs again, and lets go what was released', async () => {
    await call('POST', '/retention/runs');
    expect(await runOver(2)).toMatchObject({
      contents: { erased: 0, held: 1 },
      contacts: { erased: 0, held: 1 },
    });
    const [hold] = (await detail(held.id)).legalHolds;
    await call('POST', `/legal-holds/${hold?.id}/release`, { reason: 'Putusan berkekuatan tetap' });
    await call('POST', '/retention/runs');
    expect(await runOver(3)).toMatchObject({
      contents: { erased: 1, held: 0 },
      contacts: { erased: 1, held: 0 },
    });
    expect(await dump()).not.toContain('anjingbiru');
    expect(await isBalanced()).toBe(true);
  });

  it('lets spam, sessions and notes of what was done go after their own times', async () => {
    await telegram.sendPrivateText(SPAMMER, 'Pinjaman kilat tanpa jaminan, hubungi ikanperak sekarang juga');
    const { id } = await eventually('the spam', async () => {
      const { items } = await call('GET', '/reports?q=ikanperak');
      return (items as { id: string }[])[0];
    });
    const { flags, version } = await detail(id);
    await call('POST', `/reports/${id}/class`, { class: 'spam', flags, version });
    await age(id);
    await database.query(
      `insert into sessions (token_hash, user_id, expires_at) values ('\\x01', $1, now() - interval '3 years')`,
      [colleagueId],
    );
    await database.query(
      `insert into audit_log (at, actor_kind, action, subject)
       values (now() - interval '6 years', 'system', 'of-old', 'settings')`,
    );
    await save(settings({ spam: 90, sessions: 30, 'audit-log': 1_825 }));
    await call('POST', '/retention/runs');
    const results = await runOver(4);
    expect(results).toMatchObject({
      spam: { erased: 1, failed: 0 },
      'audit-log': { erased: 1, failed: 0 },
    });
    expect(results['sessions']?.erased).toBeGreaterThanOrEqual(1);
    const text = await dump();
    for (const trace of ['ikanperak', 'Suparmanto', 'of-old']) expect(text).not.toContain(trace);
    expect(await isBalanced()).toBe(true);
  });
});

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
    const last = (await call('POST', `/contacts/${contact}/erasure`, asked)) as ContactErasureView;
    expect(last.isNameErased).toBe(true);
    const text = await dump();
    for (const trace of ['Wahyudiono', 'burunghijau', 'kelincihitam', '779900001']) {
      expect(text.toLowerCase()).not.toContain(trace.toLowerCase());
    }
    expect(await isBalanced()).toBe(true);
    expect(await tallyDifferences(system)).toEqual([]);
  });
});
