import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { IncidentAnswerResult, IncidentRecipient, ReportDetail } from '@app/api-contract';
import type { ApiClient } from '../support/api-client.js';
import { eventually } from '../support/eventually.js';
import { signInInvited } from '../support/first-admin.js';
import { generousTelegram } from '../support/generous-telegram.js';
import { startTelegramDouble, type TelegramDouble } from '../support/telegram-double.js';
import { startTestSystem, type TestSystem } from '../support/test-system.js';

let system: TestSystem;
let telegram: TelegramDouble;
let budi: ApiClient;
let citizens = 91_000;
let incidentId: string;
let first: string;
let second: string;

beforeAll(async () => {
  // There everybody can read an answer, unless it is sent privately.
  [system, telegram] = await Promise.all([
    startTestSystem(undefined, generousTelegram().connectors),
    startTelegramDouble(),
  ]);
  const { settings } = telegram;
  await system.admin.call('POST', '/connections', { channel: 'telegram', name: 'Bot', settings });
  const officer = { email: 'budi@example.go.id', role: 'officer' };
  budi = (await signInInvited(system.api, system.admin, officer)).client;
});
afterAll(async () => {
  await system.close();
  await telegram.stop();
});

async function reportOf(text: string): Promise<string> {
  await telegram.sendPrivateText({ id: ++citizens, firstName: `Warga ${citizens}` }, text);
  const report = await eventually(`a report with "${text}"`, async () => {
    const { body } = await system.admin.call('GET', `/reports?q=${encodeURIComponent(text)}`);
    return (body as { items: { id: string }[] }).items[0];
  });
  return report.id;
}
const detail = async (id: string) => (await system.admin.call('GET', `/reports/${id}`)).body as ReportDetail;
const repliesOf = async (id: string) => (await detail(id)).replies.map(({ text }) => text);
const recipients = async (by = system.admin) =>
  (await by.call('GET', `/incidents/${incidentId}/recipients`)).body as IncidentRecipient[];
const seenOf = (list: IncidentRecipient[]) =>
  list.map(({ report: { id, version } }) => ({ reportId: id, version }));
const send = (body: object, by = system.admin) =>
  by.call('POST', `/incidents/${incidentId}/answers`, { idempotencyKey: crypto.randomUUID(), ...body });
const problemsOf = (body: unknown) => (body as IncidentAnswerResult).map(({ problem }) => problem);
const sentTexts = () => telegram.sentMessages().map(({ text }) => text);

beforeEach(async () => {
  first = await reportOf(`Pohon tumbang menutup jalan poros ${citizens}`);
  second = await reportOf(`Jalan poros tertutup pohon tumbang ${citizens}`);
  await system.admin.call('POST', `/reports/${first}/incident`, { otherId: second });
  incidentId = (await detail(first)).incident?.id ?? '';
});

describe('an answer to all reporters of an incident', () => {
  it('reaches each on their own channel, in their own words, once however often it is sent', async () => {
    const seen = await recipients();
    expect(seen.map(({ isAnswered, lastAnswer }) => [isAnswered, lastAnswer])).toEqual([
      [false, null],
      [false, null],
    ]);
    const [one, other] = seenOf(seen);
    const own = `Pohon sudah dipotong, ${seen[1]?.report.ticketCode}.`;
    const answer = {
      text: 'Pohon sudah dipotong.',
      idempotencyKey: crypto.randomUUID(),
      reports: [one, { ...other, text: own }],
    };
    for (let sending = 0; sending < 2; sending++) {
      const { status, body } = await send(answer);
      expect([status, ...problemsOf(body)]).toEqual([202, null, null]);
    }
    await eventually('both answers', async () =>
      [answer.text, own].every((text) => sentTexts().includes(text)),
    );
    expect(await repliesOf(first)).toEqual([answer.text]);
    expect(await repliesOf(second)).toEqual([own]);
    expect((await recipients()).map(({ isAnswered, lastAnswer }) => [isAnswered, lastAnswer])).toEqual(
      [answer.text, own].map((text) => [true, expect.objectContaining({ authorName: 'Sari', text })]),
    );
  });

  it('goes to nobody while one of them was answered since the officer looked', async () => {
    const reports = seenOf(await recipients());
    const { version } = await detail(second);
    const dewis = { text: 'Petugas di jalan.', version, idempotencyKey: crypto.randomUUID() };
    await system.admin.call('POST', `/reports/${second}/replies`, dewis);
    const refused = await send({ text: 'Besok kami potong.', reports }, budi);
    expect(refused).toMatchObject({ status: 409, body: { code: 'report-changed' } });
    expect(await repliesOf(first)).toEqual([]);
    expect((await recipients(budi)).map(({ isAnswered }) => isAnswered)).toEqual([false, true]);
    const left = seenOf(await recipients(budi)).filter(({ reportId }) => reportId === first);
    expect(problemsOf((await send({ text: 'Besok kami potong.', reports: left }, budi)).body)).toEqual([
      null,
    ]);
    expect(await repliesOf(second)).toEqual(['Petugas di jalan.']);
  });

  it('is written to nobody while everybody could read personal data in it, unless it is meant', async () => {
    const answer = { text: 'Hubungi 0812-3456-7890.', reports: seenOf(await recipients()) };
    expect((await send(answer)).body).toMatchObject({
      code: 'personal-data',
      errors: [{ field: 'text', message: 'phone' }],
    });
    expect(await repliesOf(first)).toEqual([]);
    expect(problemsOf((await send({ ...answer, confirmsPersonalData: true })).body)).toEqual([null, null]);
    expect((await recipients()).map(({ lastAnswer }) => lastAnswer?.text)).toEqual([
      'Hubungi [TELEPON 1].',
      'Hubungi [TELEPON 1].',
    ]);
  });

  it('says that it waits for approval where it does', async () => {
    await system.admin.call('PATCH', '/settings', { replyApproval: 'officers' });
    const seen = await recipients(budi);
    expect(seen.map(({ options }) => options.needsApproval)).toEqual([true, true]);
    const { body } = await send({ text: 'Sedang dikerjakan.', reports: seenOf(seen) }, budi);
    expect((body as IncidentAnswerResult).map(({ awaitsApproval }) => awaitsApproval)).toEqual([true, true]);
    await system.admin.call('PATCH', '/settings', { replyApproval: 'none' });
  });
});
