import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Reply, ReportDetail, UserNotice } from '@app/api-contract';
import type { ApiClient } from '../support/api-client.js';
import { EventStream } from '../support/event-stream.js';
import { eventually } from '../support/eventually.js';
import { signInInvited } from '../support/first-admin.js';
import { startTelegramDouble, type TelegramDouble } from '../support/telegram-double.js';
import { startTestSystem, type TestSystem } from '../support/test-system.js';

let system: TestSystem;
let telegram: TelegramDouble;
let sari: ApiClient;
let budi: ApiClient;
let budiId: string;
let dina: ApiClient;
let agencyId: string;
let citizens = 81_000;

beforeAll(async () => {
  [system, telegram] = await Promise.all([startTestSystem(), startTelegramDouble()]);
  sari = system.admin;
  const connection = { channel: 'telegram', name: 'Bot', settings: telegram.settings };
  await sari.call('POST', '/connections', connection);
  const agency = { code: 'dlh', name: 'Dinas Lingkungan Hidup', shortName: 'DLH' };
  agencyId = (await sari.call('POST', '/agencies', agency)).body.id;
  const officer = await signInInvited(system.api, sari, { email: 'budi@example.go.id', role: 'officer' });
  [budi, budiId] = [officer.client, officer.id];
  const member = { email: 'dina@example.go.id', role: 'agency-member', agencyId };
  dina = (await signInInvited(system.api, sari, member)).client;
});
afterAll(async () => {
  await system.close();
  await telegram.stop();
});

const detail = async (id: string, by = sari): Promise<ReportDetail> =>
  (await by.call('GET', `/reports/${id}`)).body as ReportDetail;

async function reportOf(text: string): Promise<string> {
  await telegram.sendPrivateText({ id: ++citizens, firstName: 'Wati' }, text);
  const report = await eventually(`a report with "${text}"`, async () => {
    const { body } = await sari.call('GET', `/reports?q=${encodeURIComponent(text)}`);
    return (body as { items: { id: string }[] }).items[0];
  });
  return report.id;
}

const answer = (by: ApiClient, reportId: string, text: string, version: number, key = crypto.randomUUID()) =>
  by.call('POST', `/reports/${reportId}/replies`, { text, idempotencyKey: key, version });
const replyIn = (reportId: string, state: Reply['state']): Promise<Reply> =>
  eventually(
    `a reply that is ${state}`,
    async () => (await detail(reportId)).replies.find((reply) => reply.state === state),
    40_000,
  );
const noticesOf = async (by: ApiClient): Promise<UserNotice[]> =>
  (await by.call('GET', '/user-notices')).body;

describe('an internal note', () => {
  it('is there once however often it arrives, tells who is named, and never reaches the citizen', async () => {
    const id = await reportOf('Drainase di Swarga Bara tersumbat');
    const { version } = await detail(id);
    const stream = await EventStream.open(system.api.url, { cookie: budi.sessionCookie });
    const note = {
      text: '@Budi tolong cek lapangan',
      mentionIds: [budiId],
      idempotencyKey: crypto.randomUUID(),
    };
    const [first, second] = await Promise.all([
      sari.call('POST', `/reports/${id}/notes`, note),
      sari.call('POST', `/reports/${id}/notes`, note),
    ]);
    expect([first.status, second.status]).toEqual([201, 201]);
    const report = await detail(id, budi);
    expect(report.notes).toMatchObject([
      { text: note.text, author: { name: 'Sari' }, mentions: [{ id: budiId, name: 'Budi' }] },
    ]);
    // A note stands in nobody's way who is answering.
    expect(report.version).toBe(version);
    await stream.until(() => stream.events.some(({ data }) => data['topic'] === 'user'));
    expect(stream.events.filter(({ data }) => data['topic'] === 'user').length).toBe(1);
    stream.cut();
    const [notice, ...others] = await noticesOf(budi);
    expect(notice).toMatchObject({ kind: 'mentioned', reportId: id, actorName: 'Sari', isUnread: true });
    expect(others).toEqual([]);
    expect(await noticesOf(sari)).toEqual([]);
    await budi.call('POST', '/user-notices/read', { upTo: notice?.id });
    expect((await noticesOf(budi))[0]?.isUnread).toBe(false);
    expect(telegram.sentMessages()).toEqual([]);
  });

  it('is not for those who may not see the report, and names nobody who may not', async () => {
    const id = await reportOf('Sampah menumpuk di TPS Kabo');
    const dinaId = (await sari.call('GET', '/users')).body.find(
      (user: { email: string }) => user.email === 'dina@example.go.id',
    ).id;
    const note = { text: 'untuk DLH', mentionIds: [dinaId], idempotencyKey: crypto.randomUUID() };
    expect((await dina.call('POST', `/reports/${id}/notes`, note)).status).toBe(404);
    await sari.call('POST', `/reports/${id}/notes`, note);
    expect((await detail(id)).notes[0]?.mentions).toEqual([]);
    expect(await noticesOf(dina)).toEqual([]);
    const people = (await sari.call('GET', `/reports/${id}/colleagues`)).body as { name: string }[];
    expect(people.map(({ name }) => name)).toEqual(['Budi', 'Sari']);
  });
});

describe('a draft', () => {
  const draft = (text: string, minute: number, key: string) => ({
    draft: {
      text,
      files: [],
      mode: null,
      template: null,
      idempotencyKey: key,
      seenEventId: null,
      editedAt: `2026-11-26T01:0${minute}:00.000Z`,
    },
  });
  const kept = async (id: string, by = sari) =>
    (await by.call('GET', `/reports/${id}/reply-draft`)).body.draft;

  it('waits at every desk of its author, the latest one, until it is sent', async () => {
    const id = await reportOf('Lampu taman Bersemi padam');
    const key = crypto.randomUUID();
    expect((await sari.call('POST', `/reports/${id}/reply-draft`, draft('Kami cek', 2, key))).status).toBe(
      204,
    );
    await sari.call('POST', `/reports/${id}/reply-draft`, draft('Kami', 1, key));
    expect(await kept(id)).toMatchObject({ text: 'Kami cek', idempotencyKey: key });
    expect(await kept(id, budi)).toBeNull();
    await answer(sari, id, 'Kami cek', (await detail(id)).version, key);
    expect(await kept(id)).toBeNull();
    // Another window is slow: what was sent is no draft again.
    await sari.call('POST', `/reports/${id}/reply-draft`, draft('Kami cek', 3, key));
    expect(await kept(id)).toBeNull();
  });
});

describe('who is at a report', () => {
  it('is told to the others as it changes, and to members of its agency only', async () => {
    const id = await reportOf('Trotoar Jalan APT Pranoto rusak');
    const stream = await EventStream.open(system.api.url, { cookie: budi.sessionCookie });
    const hidden = await EventStream.open(system.api.url, { cookie: dina.sessionCookie });
    const sign = (activity: string) => sari.call('POST', `/reports/${id}/presence`, { activity });
    const told = () =>
      stream.events.filter(({ event }) => event === 'presence').map(({ data }) => data['people']);
    await sign('viewing');
    await stream.until(() => told().length === 1);
    await sign('viewing');
    await sign('writing');
    await stream.until(() => told().length === 2);
    await sign('away');
    await stream.until(() => told().length === 3);
    const at = (activity: string) => [expect.objectContaining({ name: 'Sari', activity })];
    expect(told()).toEqual([at('viewing'), at('writing'), []]);
    expect((await dina.call('POST', `/reports/${id}/presence`, { activity: 'viewing' })).status).toBe(404);
    expect(hidden.events).toEqual([]);
    stream.cut();
    hidden.cut();
  });
});

describe('texts to answer with', () => {
  it('are there from the beginning, and changed by admins only', async () => {
    const list = async () =>
      (await budi.call('GET', '/answer-templates')).body as { id: string; name: string }[];
    expect((await list()).map(({ name }) => name)).toContain('Laporan diterima');
    const text = { name: 'Jadwal posyandu', textId: 'Yth. {nama}, jadwalnya tanggal 10.', textEn: null };
    expect((await budi.call('POST', '/answer-templates', text)).status).toBe(403);
    const { id } = (await sari.call('POST', '/answer-templates', text)).body;
    const changed = await sari.call('PATCH', `/answer-templates/${id}`, { ...text, textEn: 'On the 10th.' });
    expect(changed.body).toMatchObject({ id, textEn: 'On the 10th.' });
    expect((await sari.call('DELETE', `/answer-templates/${id}`)).status).toBe(204);
    expect((await sari.call('DELETE', `/answer-templates/${id}`)).status).toBe(404);
    expect((await list()).map((one) => one.id)).not.toContain(id);
  });
});

describe('approval before sending', () => {
  const decide = async (by: ApiClient, reportId: string, replyId: string, action: string, note?: string) =>
    by.call('POST', `/replies/${replyId}/approval`, {
      action,
      version: (await detail(reportId)).version,
      ...(note === undefined ? {} : { note }),
    });
  const sent = () => telegram.sentMessages().map(({ text }) => text);

  beforeAll(async () => void (await sari.call('PATCH', '/settings', { replyApproval: 'officers' })));
  afterAll(async () => void (await sari.call('PATCH', '/settings', { replyApproval: 'none' })));

  it('holds an officer’s answer until an admin agrees', async () => {
    const id = await reportOf('Air PDAM keruh di Teluk Lingga');
    await answer(budi, id, 'Besok kami kuras bak.', (await detail(id)).version);
    const { id: replyId } = await replyIn(id, 'proposed');
    expect(sent()).not.toContain('Besok kami kuras bak.');
    expect((await noticesOf(sari))[0]).toMatchObject({ kind: 'approval-asked', reportId: id });
    expect((await detail(id, budi)).replies[0]?.mayDecide).toBe(false);
    expect((await decide(budi, id, replyId, 'approve')).body).toMatchObject({ code: 'approval-by-others' });
    expect((await detail(id, sari)).replies[0]?.mayDecide).toBe(true);
    const stale = { action: 'approve', version: 0 };
    expect((await sari.call('POST', `/replies/${replyId}/approval`, stale)).body.code).toBe('report-changed');
    await decide(sari, id, replyId, 'approve');
    await replyIn(id, 'sent');
    expect(sent()).toContain('Besok kami kuras bak.');
    expect((await noticesOf(budi))[0]?.kind).toBe('approval-given');
    expect((await decide(sari, id, replyId, 'approve')).body).toMatchObject({ code: 'reply-not-open' });
  });

  it('gives it back with a word: it becomes a draft again', async () => {
    const id = await reportOf('Jalan tani Sangatta Selatan putus');
    await answer(budi, id, 'Tidak ada dana.', (await detail(id)).version);
    const { id: replyId } = await replyIn(id, 'proposed');
    await decide(sari, id, replyId, 'return', 'Terlalu singkat, jelaskan jadwalnya');
    expect(await replyIn(id, 'cancelled')).toMatchObject({ problem: 'Terlalu singkat, jelaskan jadwalnya' });
    expect((await detail(id, budi)).replies[0]?.isReturned).toBe(true);
    const { draft } = (await budi.call('GET', `/reports/${id}/reply-draft`)).body;
    expect(draft.text).toBe('Tidak ada dana.');
    expect((await noticesOf(budi))[0]).toMatchObject({ kind: 'approval-refused' });
    expect(sent()).not.toContain('Tidak ada dana.');
  });

  it('gives it back with its files, and never over what its author has begun since', async () => {
    const id = await reportOf('Plafon SDN 004 Sangatta Utara runtuh');
    const name = 'denah.txt';
    const headers = {
      cookie: budi.sessionCookie,
      origin: system.api.url,
      'content-type': 'application/octet-stream',
    };
    const address = `${system.api.url}/api/v1/reports/${id}/reply-files?name=${name}`;
    const uploaded = await fetch(address, { method: 'POST', headers, body: 'ruang kelas' });
    const file = (await uploaded.json()) as { id: string };
    const draftOf = async () => (await budi.call('GET', `/reports/${id}/reply-draft`)).body.draft;
    const propose = async (text: string, fileIds: string[]) => {
      const { version } = await detail(id);
      await budi.call('POST', `/reports/${id}/replies`, {
        text,
        idempotencyKey: crypto.randomUUID(),
        version,
        fileIds,
      });
      return (await replyIn(id, 'proposed')).id;
    };
    const giveBack = async (replyId: string) => decide(sari, id, replyId, 'return', 'Kurang lengkap');
    await giveBack(await propose('Ini denahnya.', [file.id]));
    const returned = await draftOf();
    expect(returned).toMatchObject({ text: 'Ini denahnya.', files: [{ fileName: name }] });
    const again = await propose('Ini denah dan jadwalnya.', [returned.files[0].id]);
    const begun = { ...returned, text: 'Tambahan yang baru', editedAt: new Date().toISOString() };
    await budi.call('POST', `/reports/${id}/reply-draft`, {
      draft: { ...begun, idempotencyKey: crypto.randomUUID() },
    });
    await giveBack(again);
    expect((await draftOf()).text).toBe('Tambahan yang baru');
    expect((await detail(id)).replies.map(({ files }) => files.length)).toEqual([1, 1]);
  });

  it('is told before anything is written', async () => {
    const id = await reportOf('Lampu merah simpang tiga mati');
    expect((await detail(id, budi)).replyOptions.needsApproval).toBe(true);
    expect((await detail(id, sari)).replyOptions.needsApproval).toBe(false);
  });

  it('is not asked of admins', async () => {
    const id = await reportOf('Terminal bus kotor sekali');
    await answer(sari, id, 'Petugas kebersihan ditambah.', (await detail(id)).version);
    await replyIn(id, 'sent');
  });
});
