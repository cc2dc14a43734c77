import type { RetentionPreviewView, RetentionView, ReportDetail } from '@app/api-contract';
import { LedgerRepository } from '@app/database';
import { SweepMediaService } from '@app/media';
import { RETENTION_KINDS, type RetentionKind } from '@app/report-model';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { startErasureOffice, type ErasureOffice } from '../support/erasure-office.js';
import { eventually } from '../support/eventually.js';
import { closeReport, messagesOf, writeFullReport } from '../support/full-report.js';
import { tallyDifferences } from '../support/tally-differences.js';

const ZAINAL = { id: 779_912_345, firstName: 'Zainalabidin' };
const RAHMA = { id: 779_954_321, firstName: 'Rahmawatini' };
const SPAMMER = { id: 779_900_002, firstName: 'Suparmanto' };
const FARIDA = { id: 779_900_004, firstName: 'Faridawati' };
/** Whatever of Zainal must be found nowhere: his words, name, number, account. */
const TRACES = ['kucingmerah', 'Zainalabidin', '81277889911', '779912345'];

let office: ErasureOffice;
let { system, telegram, database, connectionId, call, detail, dump, isBalanced } = {} as ErasureOffice;

beforeAll(async () => {
  office = await startErasureOffice();
  ({ system, telegram, database, connectionId, call, detail, dump, isBalanced } = office);
});
afterAll(() => office.close());

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

const traces = (text: string) => TRACES.filter((trace) => text.toLowerCase().includes(trace.toLowerCase()));

async function files(): Promise<number> {
  const entries = await readdir(path.join(system.dataFolder, 'media'), {
    recursive: true,
    withFileTypes: true,
  });
  return entries.filter((entry) => entry.isFile()).length;
}

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
      [office.colleagueId],
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

describe('what cannot be erased', () => {
  it('is named with its reason, and keeps nothing else; what is in quarantine goes by a rule of its own', async () => {
    await telegram.sendPrivateText(FARIDA, 'Trotoar ambles di kancilputih');
    const { id } = await eventually('the report', async () => {
      const { items } = await call('GET', '/reports?q=kancilputih');
      return (items as { id: string }[])[0];
    });
    await age(id);
    const ledger = system.api.app.get(LedgerRepository, { strict: false });
    const aside = (name: string, text: string) => ({
      connectionId,
      kind: 'unreadable',
      externalId: name,
      conversationKey: name,
      payload: Buffer.from(text),
      unreadableReason: 'not JSON',
    });
    await ledger.store([aside('old', 'musangabu'), aside('new', 'landakcoklat')]);
    await database.query(
      `update raw_events set received_at = now() - interval '2 years' where external_id = 'old'`,
    );
    const [stuck] = await database.query<{ id: string }>(
      `select min(id) as id from raw_events where erased_at is null and state <> 'quarantined'
          and received_at < now() - interval '1 year'`,
    );
    await database.query(
      `create function refuse() returns trigger language plpgsql as $$ begin raise exception 'disk of the row is broken'; end $$`,
    );
    await database.query(
      `create trigger refuse before update on raw_events for each row when (old.id = ${stuck?.id}) execute function refuse()`,
    );
    const rules = { 'raw-events': 90, quarantine: 365 };
    expect(await preview(settings(rules), 'quarantine')).toMatchObject({ count: 1, held: 0 });
    await save(settings(rules));
    await call('POST', '/retention/runs');
    const results = await runOver(5);
    expect(results['raw-events']).toMatchObject({
      failed: 1,
      failures: [{ name: stuck?.id, reason: 'disk of the row is broken' }],
    });
    expect(results['quarantine']).toMatchObject({ erased: 1, failed: 0 });
    const left = await database.query(
      `select id from raw_events where erased_at is null and state <> 'quarantined'
          and received_at < now() - interval '1 year'`,
    );
    expect(left).toEqual([stuck]);
    const text = await dump();
    expect([text.includes('musangabu'), text.includes('landakcoklat')]).toEqual([false, true]);
    expect(await isBalanced()).toBe(true);

    await database.query('drop trigger refuse on raw_events');
    await call('POST', '/retention/runs');
    expect((await runOver(6))['raw-events']).toMatchObject({ erased: 1, failed: 0 });
    await closeReport(call, id, 'Sudah');
    expect(await tallyDifferences(system)).toEqual([]);
  });
});
