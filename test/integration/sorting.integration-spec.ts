import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import pg from 'pg';
import readXlsxFile from 'read-excel-file/node';
import type {
  AuditEntry,
  BulkItem,
  BulkJob,
  ReportDetail,
  ReportSummary,
  UserNotice,
} from '@app/api-contract';
import type { ApiClient } from '../support/api-client.js';
import { eventually } from '../support/eventually.js';
import { signInInvited } from '../support/first-admin.js';
import { startTelegramDouble, type TelegramDouble } from '../support/telegram-double.js';
import { startTestSystem, type TestSystem } from '../support/test-system.js';

let system: TestSystem;
let telegram: TelegramDouble;
let sari: ApiClient;
let budi: ApiClient;
let budiId: string;
let agencyId: string;
let citizens = 83_000;

beforeAll(async () => {
  [system, telegram] = await Promise.all([startTestSystem(), startTelegramDouble()]);
  sari = system.admin;
  await sari.call('POST', '/connections', { channel: 'telegram', name: 'Bot', settings: telegram.settings });
  const agency = { code: 'dpu', name: 'Dinas Pekerjaan Umum', shortName: 'DPU' };
  agencyId = (await sari.call('POST', '/agencies', agency)).body.id;
  const officer = await signInInvited(system.api, sari, { email: 'budi@example.go.id', role: 'officer' });
  [budi, budiId] = [officer.client, officer.id];
});
afterAll(async () => {
  await system.close();
  await telegram.stop();
});

const detail = async (id: string): Promise<ReportDetail> => (await sari.call('GET', `/reports/${id}`)).body;
const list = async (query: string, by = sari): Promise<ReportSummary[]> =>
  (await by.call('GET', `/reports?${query}`)).body.items;
const idsOf = async (query: string) => (await list(query)).map(({ id }) => id);

async function reportOf(text: string): Promise<string> {
  const id = ++citizens;
  await telegram.sendPrivateText({ id, firstName: 'Wati' }, text);
  const query = `q=${encodeURIComponent(text)}`;
  return (await eventually(`a report with "${text}"`, async () => (await list(query))[0])).id;
}
const change = async (id: string, what: string, body: object, by = sari) =>
  by.call('POST', `/reports/${id}/${what}`, { ...body, version: (await detail(id)).version });

describe('a report that rests', () => {
  it('is out of sight until its time, then comes back and says so; its clock runs on', async () => {
    const id = await reportOf('Lubang di Jalan Yos Sudarso dekat pasar');
    const { nextDueAt } = await detail(id);
    await change(id, 'snooze', { until: new Date(Date.now() + 3_600_000).toISOString() });
    expect(await idsOf('')).not.toContain(id);
    expect(await idsOf('snoozed=only')).toEqual([id]);
    expect(await idsOf('q=yos+sudarso')).toEqual([id]);
    expect((await detail(id)).nextDueAt).toBe(nextDueAt);
    await change(id, 'snooze', { until: new Date(Date.now() + 50).toISOString() });
    await eventually('waking', async () => (await idsOf('')).includes(id));
    const notices = (await sari.call('GET', '/user-notices')).body as UserNotice[];
    expect(notices[0]).toMatchObject({ kind: 'woken', reportId: id, actorName: null });
  });

  it('comes back when the citizen writes', async () => {
    const id = await reportOf('Genangan air di Gang Sawito');
    await change(id, 'snooze', { until: new Date(Date.now() + 86_400_000).toISOString() });
    await telegram.sendPrivateText({ id: citizens, firstName: 'Wati' }, 'Sekarang sudah masuk rumah');
    await eventually('waking', async () => (await idsOf('')).includes(id));
  });
});

describe('what was just done', () => {
  it('is taken back as it was: status, clocks, agency, assignee, tags, class', async () => {
    const id = await reportOf('Jembatan gantung di Rantau Pulung putus');
    const before = await detail(id);
    const steps: [string, object][] = [
      ['status', { status: 'on-hold', note: 'Di sisi mana?' }],
      ['status', { status: 'closed' }],
      ['disposition', { agencyId }],
      ['assignee', { userId: budiId }],
      ['tags', { add: ['#Jembatan', 'prioritas'] }],
      ['class', { class: 'spam', flags: { urgent: true } }],
    ];
    for (const [what, body] of steps) {
      expect((await change(id, what, body)).status).toBe(200);
      const undone = await change(id, 'undo', {});
      expect([what, undone.status]).toEqual([what, 200]);
      const { version: _version, timeline: _timeline, ...after } = undone.body as ReportDetail;
      expect(after).toEqual({ ...after, ...pick(before) });
    }
  });

  it('is nobody else’s to take back, and not after somebody went on', async () => {
    const id = await reportOf('Parkir liar di Jalan Diponegoro');
    await change(id, 'status', { status: 'verified' });
    expect((await change(id, 'undo', {}, budi)).body.code).toBe('nothing-to-undo');
    await change(id, 'assignee', { userId: budiId }, budi);
    expect((await change(id, 'undo', {})).body.code).toBe('nothing-to-undo');
    expect((await sari.call('POST', `/reports/${id}/undo`, { version: 1 })).body.code).toBe('report-changed');
  });
});

function pick({
  status,
  agency,
  assignee,
  tags,
  class: is,
  classSource,
  flags,
  clocks,
  nextDueAt,
}: ReportDetail) {
  return { status, agency, assignee, tags, class: is, classSource, flags, clocks, nextDueAt };
}

describe('many at once', () => {
  const finished = (id: string): Promise<BulkJob> =>
    eventually(`the end of job ${id}`, async () => {
      const { body } = await sari.call('GET', `/bulk-jobs/${id}`);
      return (body as BulkJob).isFinished ? (body as BulkJob) : null;
    });

  it('are changed one by one; what is refused says why, and all of it is taken back', async () => {
    const texts = ['Rapat satu desa Sepaso', 'Rapat dua desa Sepaso', 'Rapat tiga desa Sepaso'];
    const ids: string[] = [];
    for (const text of texts) ids.push(await reportOf(text));
    await change(ids[0]!, 'status', { status: 'archived', note: 'Salah kirim' });
    await change(ids[1]!, 'status', { status: 'verified' });
    const body = { action: { kind: 'status', status: 'verified' }, query: { q: 'desa Sepaso' } };
    const started = await sari.call('POST', '/bulk-jobs', body);
    expect([started.status, started.body.total]).toEqual([202, 3]);
    expect(await finished(started.body.id)).toMatchObject({ done: 1, unchanged: 1, refused: 1 });
    const items = (await sari.call('GET', `/bulk-jobs/${started.body.id}/items`)).body as BulkItem[];
    expect(items[0]).toMatchObject({ reportId: ids[0], outcome: 'refused', problem: 'status-not-allowed' });
    expect((await detail(ids[2]!)).status).toBe('verified');
    expect((await budi.call('GET', `/bulk-jobs/${started.body.id}`)).status).toBe(404);
    const undoing = await sari.call('POST', `/bulk-jobs/${started.body.id}/undo`);
    expect(await finished(undoing.body.id)).toMatchObject({ total: 1, done: 1 });
    expect((await detail(ids[2]!)).status).toBe('new');
    expect((await detail(ids[1]!)).status).toBe('verified');
  });

  it('need ids or a filter, not both and not neither', async () => {
    const action = { kind: 'assign', userId: null };
    expect((await sari.call('POST', '/bulk-jobs', { action })).status).toBe(400);
    const both = { action, query: {}, reportIds: [crypto.randomUUID()] };
    expect((await sari.call('POST', '/bulk-jobs', both)).status).toBe(400);
    const nothing = await sari.call('POST', '/bulk-jobs', { action, reportIds: [crypto.randomUUID()] });
    expect(nothing.body).toMatchObject({ total: 0, isFinished: true });
  });
});

describe('a list as a file', () => {
  const ask = async (body: object, by = sari, what = 'report'): Promise<Response> =>
    fetch(`${system.api.url}/api/v1/${what}-exports`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        origin: system.api.url,
        cookie: by.sessionCookie,
      },
      body: JSON.stringify(body),
    });
  const records = async (answer: Response): Promise<Record<string, string>[]> =>
    parse((await answer.text()).replace(/^\uFEFF/, ''), { columns: true });
  const audited = async (): Promise<Record<string, unknown>> => {
    const client = new pg.Client({ connectionString: system.database.url });
    await client.connect();
    const { rows } = await client.query<{ data: Record<string, unknown> }>(
      `select data from audit_log where action = 'reports-exported' order by id desc limit 1`,
    );
    await client.end();
    return rows[0]?.data ?? {};
  };

  it('holds what the filter finds, masked and safe to open; readable only when noted', async () => {
    await reportOf('=HYPERLINK("http://jahat.example") telepon saya 081234567890, Kampung Ekspor');
    const second = await reportOf('Kampung Ekspor minta lampu jalan');
    await reportOf('Laporan lain yang tidak ikut');
    const masked = await ask({ format: 'csv', query: { q: 'kampung ekspor', order: 'oldest' } });
    expect([masked.status, masked.headers.get('content-type')]).toEqual([200, 'text/csv; charset=utf-8']);
    expect(masked.headers.get('content-disposition')).toMatch(
      /^attachment; filename="wadah-laporan-.*\.csv"$/,
    );
    const rows = await records(masked);
    expect(rows.map((row) => row['Isi'])).toEqual([
      expect.stringMatching(/^'=HYPERLINK.*\[.+ 1\]/),
      'Kampung Ekspor minta lampu jalan',
    ]);
    expect(rows[1]).toMatchObject({ Pelapor: 'W***', Kanal: 'telegram', Bahasa: 'Bahasa Indonesia' });
    expect(await audited()).toMatchObject({ format: 'csv', showsPersonalData: false });

    const clear = await ask({ format: 'csv', reportIds: [second], showsPersonalData: true, language: 'en' });
    expect(await records(clear)).toMatchObject([{ Citizen: 'Wati', Channel: 'telegram' }]);
    expect(await audited()).toMatchObject({ showsPersonalData: true, query: { ids: [second] } });
  });

  it('is a workbook whose cells are texts, numbers and dates', async () => {
    const answer = await ask({ format: 'xlsx', query: { q: 'kampung ekspor', order: 'oldest' } });
    const [sheet] = await readXlsxFile(Buffer.from(await answer.arrayBuffer()));
    const [headings, first] = sheet?.data ?? [];
    const cell = (name: string) => first?.[headings?.indexOf(name) ?? -1];
    expect(sheet?.sheet).toBe('Laporan');
    expect(cell('Isi')).toMatch(/^=HYPERLINK/);
    expect(cell('Pesan')).toBe(1);
    expect(cell('Diterima')).toBeInstanceOf(Date);
  });

  it('is not for everybody: an agency sees its own, and nothing unmasked', async () => {
    const id = await reportOf('Kampung Ekspor untuk dinas');
    await change(id, 'disposition', { agencyId });
    const email = 'dinas@example.go.id';
    const { client } = await signInInvited(system.api, sari, { email, role: 'agency-member', agencyId });
    const own = await records(await ask({ format: 'csv', query: { q: 'kampung ekspor' } }, client));
    expect(own.map((row) => row['Isi'])).toEqual(['Kampung Ekspor untuk dinas']);
    expect((await ask({ format: 'csv', showsPersonalData: true }, client)).status).toBe(403);
  });

  it('also of the figures of a period', async () => {
    const day = (back: number) => new Date(Date.now() - back * 86_400_000).toISOString().slice(0, 10);
    const period = { from: day(1), to: day(-1) };
    const csv = await records(await ask({ format: 'csv', ...period }, sari, 'overview'));
    const told = csv.map((row) => `${row['Bagian']}: ${row['Nama']}`);
    expect(told).toContain('Per kanal: Telegram');
    expect(told).toContain('Ketepatan klasifikasi: Model ragu');
    const book = await ask({ format: 'xlsx', ...period, agencyId }, sari, 'overview');
    const [summary] = await readXlsxFile(Buffer.from(await book.arrayBuffer()));
    expect(summary?.data).toContainEqual(['Instansi', 'Dinas Pekerjaan Umum']);
  });
});

describe('the audit log', () => {
  const search = async (query: object) => {
    const given = new URLSearchParams(query as Record<string, string>);
    const { body } = await sari.call('GET', `/audit-log?${given}`);
    return body as { items: AuditEntry[]; nextCursor: string | null };
  };

  it('tells who did what to which report, also what its timeline alone has, found by each filter', async () => {
    const id = await reportOf('Trotoar amblas di Kampung Catatan');
    await change(id, 'assignee', { userId: budiId }, budi);
    await budi.call('POST', `/reports/${id}/reveal`);
    const { ticketCode } = await detail(id);
    const { items } = await search({ ticketCode: ticketCode.toLowerCase() });
    expect(items).toMatchObject([
      { action: 'personal-data-revealed', source: 'audit', actor: { kind: 'user', id: budiId } },
      { action: 'assigned', source: 'timeline', subject: `report:${id}`, subjectName: ticketCode },
    ]);
    const narrow = { actor: budiId, action: 'assigned', subjectKind: 'report' };
    const narrowed = (await search(narrow)).items;
    expect(narrowed[0]).toEqual(items[1]);
    for (const { action, actor } of narrowed) expect([action, actor.id]).toEqual(['assigned', budiId]);
    expect((await search({ ...narrow, subjectKind: 'user' })).items).toEqual([]);
    expect((await search({ actor: 'system', action: 'assigned' })).items).toEqual([]);
    const future = new Date(Date.now() + 3 * 86_400_000).toISOString().slice(0, 10);
    expect((await search({ ...narrow, from: future })).items).toEqual([]);
    expect((await search({ ...narrow, to: future })).items).toEqual(narrowed);
    expect((await search({ ticketCode: 'NONE' })).items).toEqual([]);
    expect((await budi.call('GET', '/audit-log')).status).toBe(403);
  });

  it('is read to its end page by page, each entry once, newest first', async () => {
    const all: AuditEntry[] = [];
    let cursor: string | null = null;
    do {
      const page = await search({ limit: '7', ...(cursor !== null && { cursor }) });
      all.push(...page.items);
      cursor = page.nextCursor;
    } while (cursor !== null);
    expect(all.length).toBeGreaterThan(20);
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
    const times = all.map(({ at }) => at);
    expect(times).toEqual([...times].sort().reverse());
    expect((await sari.call('GET', '/audit-log?cursor=1;drop')).status).toBe(400);
  });

  it('leaves as CSV, and knows of every file that left', async () => {
    const answer = await sari.call('POST', '/audit-exports', { action: 'overview-exported', language: 'en' });
    const rows = parse((answer.body as string).replace(/^\uFEFF/, ''), { columns: true }) as object[];
    expect(rows).toHaveLength(2);
    expect(rows[0]).toMatchObject({ Actor: 'user', Action: 'overview-exported', Thing: 'overview' });
    expect((await search({ action: 'audit-exported' })).items).toMatchObject([
      { subject: 'audit', data: { action: 'overview-exported' } },
    ]);
    expect((await budi.call('POST', '/audit-exports', {})).status).toBe(403);
  });
});
