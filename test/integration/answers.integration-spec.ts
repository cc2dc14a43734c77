import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Reply, ReplyFile, ReportDetail } from '@app/api-contract';
import { eventually } from '../support/eventually.js';
import { generousTelegram } from '../support/generous-telegram.js';
import { photo } from '../support/pictures.js';
import { startTelegramDouble, type TelegramDouble } from '../support/telegram-double.js';
import { startTestSystem, type TestSystem } from '../support/test-system.js';

const generous = generousTelegram();
let system: TestSystem;
let telegram: TelegramDouble;
let citizens = 78_500;

beforeAll(async () => {
  [system, telegram] = await Promise.all([
    startTestSystem(undefined, generous.connectors),
    startTelegramDouble(),
  ]);
  const settings = telegram.settings;
  await system.admin.call('POST', '/connections', { channel: 'telegram', name: 'Bot', settings });
});
beforeEach(() => {
  generous.verdict = 'unknown';
  generous.needsTemplate = false;
});
afterAll(async () => {
  await system.close();
  await telegram.stop();
});

const detail = async (id: string): Promise<ReportDetail> =>
  (await system.admin.call('GET', `/reports/${id}`)).body as ReportDetail;

async function reportOf(text: string): Promise<{ id: string; chatId: string }> {
  const id = ++citizens;
  await telegram.sendPrivateText({ id, firstName: 'Budi' }, text);
  const report = await eventually(`a report with "${text}"`, async () => {
    const { body } = await system.admin.call('GET', `/reports?q=${encodeURIComponent(text)}`);
    return (body as { items: { id: string }[] }).items[0];
  });
  return { id: report.id, chatId: String(id) };
}

const answer = async (reportId: string, text: string, more: object = {}) =>
  system.admin.call('POST', `/reports/${reportId}/replies`, {
    text,
    idempotencyKey: crypto.randomUUID(),
    version: (await detail(reportId)).version,
    ...more,
  });
const replyIn = (reportId: string, state: Reply['state']): Promise<Reply> =>
  eventually(
    `a reply that is ${state}`,
    async () => (await detail(reportId)).replies.find((reply) => reply.state === state),
    40_000,
  );
const resolve = (id: string, action: string) =>
  system.admin.call('POST', `/replies/${id}/resolution`, { action });
const outcomes = (reply: Reply) => reply.attemptList.map(({ outcome }) => outcome);
const sentTo = (chatId: string) => telegram.sentMessages().filter((message) => message.chatId === chatId);

async function upload(reportId: string, name: string, body: Buffer) {
  const response = await fetch(
    `${system.api.url}/api/v1/reports/${reportId}/reply-files?name=${encodeURIComponent(name)}`,
    {
      method: 'POST',
      headers: {
        cookie: system.admin.sessionCookie,
        origin: system.api.url,
        'content-type': 'application/octet-stream',
      },
      body: new Uint8Array(body),
    },
  );
  return { status: response.status, body: (await response.json()) as ReplyFile & { code?: string } };
}

describe('a file of an answer', () => {
  it('reaches the citizen as what it is, with the text, and stands in the report', async () => {
    const { id, chatId } = await reportOf('Kapan taman kota dibuka lagi?');
    const body = await photo({ shade: 77 });
    const file = await upload(id, 'denah taman.jpg', body);
    expect(file).toMatchObject({ status: 201, body: { mimeType: 'image/jpeg', hasThumbnail: true } });
    await answer(id, 'Ini denahnya.', { fileIds: [file.body.id] });
    const reply = await replyIn(id, 'sent');
    expect(reply.files).toEqual([file.body]);
    const [message] = sentTo(chatId);
    expect(message).toMatchObject({
      text: 'Ini denahnya.',
      files: [{ name: 'denah taman.jpg', type: 'image/jpeg' }],
    });
    expect(message?.files[0]?.body.equals(body)).toBe(true);
    const headers = { cookie: system.admin.sessionCookie };
    const kept = await fetch(`${system.api.url}/api/v1/reply-files/${file.body.id}`, { headers });
    expect(kept.headers.get('content-disposition')).toContain('denah%20taman.jpg');
    expect(Buffer.from(await kept.arrayBuffer()).equals(body)).toBe(true);
  });

  it('may be all there is, but not nothing', async () => {
    const { id, chatId } = await reportOf('Minta formulir KTP');
    const { body } = await upload(id, 'formulir.pdf', Buffer.from('%PDF-1.7\n1 0 obj'));
    expect((await answer(id, '')).body).toMatchObject({ code: 'reply-choice-invalid' });
    await answer(id, '', { fileIds: [body.id] });
    await replyIn(id, 'sent');
    expect(sentTo(chatId)[0]?.files[0]).toMatchObject({ name: 'formulir.pdf', type: 'application/pdf' });
  });

  it('is refused when it is a program, too large, or of another report', async () => {
    const { id } = await reportOf('Izin keramaian di lapangan');
    const program = Buffer.from('MZ\x90\0 a program', 'latin1');
    expect(await upload(id, 'foto.jpg', program)).toMatchObject({
      status: 415,
      body: { code: 'file-type-not-allowed' },
    });
    await system.admin.call('PATCH', '/settings', { maxMediaMegabytes: 1 });
    expect((await detail(id)).replyOptions.files?.maxBytes).toBe(1_000_000);
    expect(await upload(id, 'besar.txt', Buffer.alloc(1_000_001, 'a'))).toMatchObject({
      status: 413,
      body: { code: 'file-too-large' },
    });
    await system.admin.call('PATCH', '/settings', { maxMediaMegabytes: 25 });
    const other = await reportOf('Laporan lain tentang pasar');
    const { body } = await upload(other.id, 'pasar.txt', Buffer.from('harga cabai'));
    expect((await answer(id, 'Baik', { fileIds: [body.id] })).body).toMatchObject({
      code: 'reply-choice-invalid',
    });
    expect((await detail(id)).replies).toHaveLength(0);
  });
});

describe('an answer of unknown fate', () => {
  it('is sent again when a person says so, and each sending is kept', async () => {
    const { id, chatId } = await reportOf('Air tidak mengalir di Swarga Bara');
    telegram.failNext('sendMessage', 'cut-after-taking');
    await answer(id, 'Sedang kami perbaiki.');
    const unknown = await replyIn(id, 'unknown');
    expect(outcomes(unknown)).toEqual(['unknown']);
    const undecided = async () => (await system.admin.call('GET', '/reports?undecided=true')).body.items;
    expect(await undecided()).toMatchObject([{ id, hasUndecidedReply: true }]);
    await resolve(unknown.id, 'send-again');
    const sent = await replyIn(id, 'sent');
    expect(outcomes(sent)).toEqual(['unknown', 'sent']);
    expect(await undecided()).toEqual([]);
    expect(sent.attemptList[1]?.externalId).toMatch(new RegExp(`^${chatId}:\\d+$`));
    expect(sentTo(chatId)).toHaveLength(2);
  });

  it('is checked with the platform: it has it, or not, or cannot tell', async () => {
    const { id, chatId } = await reportOf('Parkir liar di depan RSUD');
    expect((await detail(id)).replyOptions.canCheck).toBe(true);
    telegram.failNext('sendMessage', 'cut-after-taking');
    await answer(id, 'Satpol PP menuju lokasi.');
    const { id: replyId } = await replyIn(id, 'unknown');
    await resolve(replyId, 'check');
    await eventually('the end of the check', async () => {
      const [reply] = (await detail(id)).replies;
      return reply && !reply.isChecking && /cannot tell/.test(reply.problem ?? '');
    });
    generous.verdict = 'not-sent';
    await resolve(replyId, 'check');
    expect((await replyIn(id, 'failed')).problem).toContain('can be sent again');
    expect((await resolve(replyId, 'check')).body).toMatchObject({ code: 'reply-not-open' });
    telegram.failNext('sendMessage', 'cut-after-taking');
    await resolve(replyId, 'send-again');
    await replyIn(id, 'unknown');
    generous.verdict = { externalId: `${chatId}:7`, status: 'sent' };
    await resolve(replyId, 'check');
    expect(outcomes(await replyIn(id, 'sent'))).toEqual(['failed', 'sent']);
  });

  it('is confirmed by its echo, which waits while the answer is being sent', async () => {
    const { id, chatId } = await reportOf('Jalan berlubang di Jalan Kabo');
    telegram.failNext('sendMessage', 'hang');
    await answer(id, 'Besok kami tambal.');
    await replyIn(id, 'sending');
    telegram.sendUpdate({
      echo: {
        externalId: `${chatId}:901`,
        text: 'Besok kami tambal.',
        conversation: { externalId: chatId, kind: 'private' },
      },
    });
    const sent = await replyIn(id, 'sent');
    expect(outcomes(sent)).toEqual(['sent']);
    expect(sent.attemptList[0]?.externalId).toBe(`${chatId}:901`);
    expect((await detail(id)).messages).toHaveLength(1);
  });
});

describe('what a colleague writes in the platform’s own app', () => {
  it('stands in the latest report of that conversation', async () => {
    const { id, chatId } = await reportOf('Kapan pembagian sembako?');
    telegram.sendUpdate({
      echo: {
        externalId: `${chatId}:902`,
        text: 'Besok di balai desa.',
        conversation: { externalId: chatId, kind: 'private' },
      },
    });
    const messages = await eventually('the answer', async () => {
      const found = (await detail(id)).messages;
      return found.length === 2 ? found : null;
    });
    expect(messages[1]).toMatchObject({ direction: 'outbound', text: 'Besok di balai desa.' });
  });
});

describe('choices below an answer', () => {
  it('are pressed instead of typed: the citizen’s answer joins the report, once, and Telegram hears of it', async () => {
    const { id, chatId } = await reportOf('Lampu taman padam sejak Senin');
    expect((await detail(id)).replyOptions.choices).toEqual({ maxCount: 8, maxBytes: 64 });
    const choices = ['Sudah menyala', 'Masih padam'];
    expect((await answer(id, '', { choices })).body).toMatchObject({ code: 'reply-choice-invalid' });
    expect((await answer(id, 'Ya?', { choices: ['Ya', 'Ya'] })).body).toMatchObject({
      code: 'reply-choice-invalid',
    });
    await answer(id, 'Apakah lampunya sudah menyala?', { choices });
    expect(await replyIn(id, 'sent')).toMatchObject({ choices });
    const sent = telegram.calls.findLast(({ method }) => method === 'sendMessage');
    const { inline_keyboard: keyboard } = sent?.parameters['reply_markup'] as {
      inline_keyboard: { text: string; callback_data: string }[][];
    };
    expect(keyboard.map(([button]) => button?.text)).toEqual(choices);

    const chat = { id: Number(chatId), type: 'private' };
    const from = { id: chat.id, is_bot: false, first_name: 'Budi' };
    const message = { message_id: sentTo(chatId)[0]?.messageId, chat, date: Math.floor(Date.now() / 1_000) };
    for (const press of ['1', '2']) {
      const data = keyboard[1]?.[0]?.callback_data;
      telegram.sendUpdate({ callback_query: { id: press, from, message, chat_instance: '1', data } });
    }
    await eventually('the choice', async () => (await detail(id)).messages.length === 2);
    expect((await detail(id)).messages[1]).toMatchObject({ text: 'Masih padam', direction: 'inbound' });
    await eventually('both to be acknowledged', async () => {
      const heard = telegram.calls.filter(({ method }) => method === 'answerCallbackQuery');
      return new Set(heard.map(({ parameters }) => parameters['callback_query_id'])).size === 2;
    });
    expect((await detail(id)).messages).toHaveLength(2);
  });
});

describe('a chat that the citizen has shut', () => {
  it('is shown before typing, also when only a refusal told of it, and opens again', async () => {
    const { id, chatId } = await reportOf('Kapan kartu keluarga saya jadi?');
    const chat = { id: Number(chatId), type: 'private', first_name: 'Budi' };
    const date = () => Math.floor(Date.now() / 1_000);
    const standing = (status: string) =>
      telegram.sendUpdate({ my_chat_member: { chat, date: date(), new_chat_member: { status } } });
    const answersAre = (isAllowed: boolean) =>
      eventually(`answers that are ${isAllowed ? 'taken' : 'not taken'}`, async () => {
        const { replyOptions } = await detail(id);
        return replyOptions.isAllowed === isAllowed ? replyOptions : null;
      });
    standing('kicked');
    expect((await answersAre(false)).reason?.en).toMatch(/blocked the bot/);
    expect((await answer(id, 'Besok pagi.')).body).toMatchObject({ code: 'reply-not-allowed' });
    standing('member');
    await answersAre(true);

    const body = { ok: false, error_code: 403, description: 'Forbidden: bot was blocked by the user' };
    telegram.failNext('sendMessage', { status: 403, body });
    await answer(id, 'Besok pagi.');
    await replyIn(id, 'failed');
    expect((await answersAre(false)).reason?.en).toMatch(/blocked the bot/);
    const from = { ...chat, is_bot: false };
    telegram.sendUpdate({
      message: { message_id: 9_001, chat, from, date: date() + 1, text: 'Halo, sudah jadi?' },
    });
    await answersAre(true);
  });
});

describe('what a channel offers', () => {
  it('is told before typing, and priced while typing', async () => {
    const { id } = await reportOf('Tarif retribusi kios');
    expect((await detail(id)).replyOptions).toMatchObject({
      modes: ['public', 'private'],
      hasTemplates: true,
      hasCost: true,
      needsTemplate: false,
      files: { maxCount: 10 },
    });
    const { body } = await system.admin.call('POST', `/reports/${id}/reply-price`, { text: 'sebelas bls' });
    expect(body).toEqual({ length: 11, parts: 2, rupiah: 700 });
  });

  it('is guarded: personal data goes into a public answer only when the officer means it', async () => {
    const { id, chatId } = await reportOf('Kenapa bantuan saya belum cair?');
    const text = 'NIK Anda 6408051505900003 belum terdaftar, hubungi 0812-3456-7890.';
    const refused = await answer(id, text, { mode: 'public' });
    expect(refused).toMatchObject({
      status: 409,
      body: { code: 'personal-data', errors: [{ field: 'text', message: 'nik,phone' }] },
    });
    expect(JSON.stringify(refused.body)).not.toContain('6408051505900003');
    await answer(id, text, { mode: 'private' });
    const masked = 'NIK Anda [NIK 1] belum terdaftar, hubungi [TELEPON 1].';
    expect(await replyIn(id, 'sent')).toMatchObject({ text: masked, mode: 'private' });
    await answer(id, text, { mode: 'public', confirmsPersonalData: true });
    await eventually('both answers', async () => sentTo(chatId).length === 2);
  });

  it('is held to by the server: only the template goes where free text may not', async () => {
    const { id, chatId } = await reportOf('Status berkas BPHTB');
    generous.needsTemplate = true;
    expect((await answer(id, 'Bebas')).body).toMatchObject({ code: 'reply-not-allowed' });
    const { body } = await system.admin.call('GET', `/reports/${id}/reply-templates`);
    expect(body).toMatchObject([{ name: 'tindak_lanjut', parameterCount: 2, costRupiah: 600 }]);
    const template = { name: 'tindak_lanjut', language: 'id', parameters: ['WDH-1'] };
    expect((await answer(id, '', { template })).body).toMatchObject({ code: 'reply-choice-invalid' });
    await answer(id, '', { template: { ...template, parameters: ['WDH-1', 'Bapenda'] }, mode: 'private' });
    expect(await replyIn(id, 'sent')).toMatchObject({
      text: 'Laporan WDH-1 ditangani Bapenda.',
      mode: 'private',
    });
    expect(sentTo(chatId)[0]?.text).toBe('Laporan WDH-1 ditangani Bapenda.');
  });
});
