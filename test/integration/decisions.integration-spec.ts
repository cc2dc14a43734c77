import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { BulkJob, ReportDetail } from '@app/api-contract';
import { CitizenBrowser } from '../support/citizen-browser.js';
import { eventually } from '../support/eventually.js';
import { startTestSystem, type TestSystem } from '../support/test-system.js';

let system: TestSystem;
let form: string;
let citizen: CitizenBrowser;

beforeAll(async () => {
  system = await startTestSystem();
  const body = { channel: 'web-form', name: 'Formulir', settings: {} };
  form = `/lapor/${(await system.admin.call('POST', '/connections', body)).body.id}`;
});
beforeEach(() => {
  citizen = new CitizenBrowser(system.api.url);
});
afterAll(() => system.close());

const read = async (id: string): Promise<ReportDetail> =>
  (await system.admin.call('GET', `/reports/${id}`)).body;

/** @returns the report's id; the citizen has its page open */
async function reportOf(text: string): Promise<string> {
  await citizen.get('/lapor');
  await citizen.post(form, { submissionId: citizen.hidden('submissionId'), text, name: 'Pak Amir' });
  while (citizen.page.includes('http-equiv="refresh"')) await citizen.get('/lapor/diterima');
  const ticketCode = citizen.text('ticket-code');
  await citizen.post('/lacak', { ticketCode, trackingSecret: citizen.text('tracking-secret') });
  return (await system.admin.call('GET', `/reports?q=${ticketCode}`)).body.items[0].id;
}

const change = async (id: string, what: string, body: object) =>
  system.admin.call('POST', `/reports/${id}/${what}`, { ...body, version: (await read(id)).version });
const page = async (): Promise<string> => (await citizen.get('/lacak/laporan')).page;

const NEEDING = ['on-hold', 'not-our-authority', 'archived'];

describe('a status that the citizen has to understand', () => {
  it('asks what the office asks, names who is in charge, and promises neither where nothing was said', async () => {
    const id = await reportOf('Tiang miring di Jalan Pendidikan');
    for (const status of NEEDING)
      expect([status, (await change(id, 'status', { status })).status]).toEqual([status, 400]);
    const note = 'Tiang <siapa> itu?';
    const answer = { text: note, idempotencyKey: crypto.randomUUID() };
    const waiting = await change(id, 'status', { status: 'on-hold', note, answer });
    expect(waiting.body).toMatchObject({ status: 'on-hold', nextDueAt: null, replies: [{ text: note }] });
    await eventually('the question as an answer', async () =>
      (await page()).includes('<p class="text">Tiang &lt;siapa&gt; itu?</p>'),
    );
    expect(citizen.text('status')).toBe('Menunggu keterangan tambahan');
    expect(citizen.page).toContain('Petugas bertanya: Tiang &lt;siapa&gt; itu?');
    const another = { text: 'Kami tunggu kabarnya.', idempotencyKey: crypto.randomUUID() };
    await change(id, 'replies', another);
    expect((await read(id)).status).toBe('on-hold');

    await change(id, 'status', { status: 'not-our-authority', note: 'PT Telkom' });
    expect(await page()).toContain('Yang berwenang: PT Telkom');
    await change(id, 'status', { status: 'archived', note: 'Rahasia kantor' });
    expect(await page()).not.toMatch(/Rahasia|Telkom|menunggu keterangan/);
  });

  it('goes with its answer, or not at all', async () => {
    const id = await reportOf('Kabel menjuntai di Jalan Assadiyah');
    const answer = { text: 'Kabel apa?', idempotencyKey: crypto.randomUUID() };
    const hold = { status: 'on-hold', note: 'Kabel apa?' };
    const refused = await change(id, 'status', { ...hold, answer: { ...answer, text: '' } });
    expect([refused.status, (await read(id)).status]).toEqual([422, 'new']);
    await change(id, 'status', hold);
    expect((await change(id, 'status', { ...hold, answer })).body.code).toBe('status-not-allowed');
    expect((await read(id)).replies).toEqual([]);
  });

  it('needs the same words for many at once', async () => {
    const id = await reportOf('Rapat empat desa Kandolo');
    const start = (status: string, note?: string) =>
      system.admin.call('POST', '/bulk-jobs', {
        action: { kind: 'status', status, note },
        reportIds: [id],
      });
    for (const status of NEEDING) expect([status, (await start(status)).status]).toEqual([status, 400]);
    const job = (await start('not-our-authority', 'PLN')).body as BulkJob;
    await eventually('the end of the job', async () => {
      const { body } = await system.admin.call('GET', `/bulk-jobs/${job.id}`);
      return (body as BulkJob).isFinished;
    });
    expect(await page()).toContain('Yang berwenang: PLN');
  });
});

describe('a decision that is taken back', () => {
  it('leaves class, flags, topic and place as they were, unsure where they were', async () => {
    const id = await reportOf('Zxqw plokij vbnmt');
    const whole = ({ class: is, classSource, confidence, isUnsure, flags, facts, clocks }: ReportDetail) => ({
      is,
      classSource,
      confidence,
      isUnsure,
      flags,
      facts,
      clocks,
    });
    const before = await read(id);
    expect(before).toMatchObject({ isUnsure: true, classSource: 'model' });
    const steps: [string, object][] = [
      ['class', { class: before.class, flags: before.flags }],
      ['class', { flags: { publicRecord: true } }],
      ['topic', { topicCode: 'lainnya.listrik' }],
      ['area', { areaCode: '64.08.09' }],
      ['area', { areaCode: null }],
    ];
    for (const [what, body] of steps) {
      const changed = await change(id, what, body);
      expect(whole(changed.body)).not.toEqual(whole(before));
      const undone = await change(id, 'undo', {});
      expect([what, whole(undone.body)]).toEqual([what, whole(before)]);
    }
  });
});

describe('a flag that a person sets', () => {
  it('decides nothing about the class, and what the citizen writes next does not take it away', async () => {
    const id = await reportOf('Qwxz vbnm plokij');
    const flagged = await change(id, 'class', { flags: { publicRecord: true } });
    const decided = { isUnsure: true, classSource: 'model', flags: { publicRecord: true } };
    expect(flagged.body).toMatchObject(decided);
    expect(flagged.body.timeline.at(-1)).toMatchObject({ kind: 'flags-corrected' });
    await page();
    const [submissionId, ticketCode] = [citizen.hidden('submissionId'), citizen.hidden('ticketCode')];
    await citizen.post('/lacak/laporan', { submissionId, ticketCode, text: 'Hjklm asdfg' });
    await eventually('the next words', async () => (await read(id)).messages.length === 2);
    expect(await read(id)).toMatchObject(decided);
  });
});
