import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { FAILURE_POLICY, CONNECTOR_ERROR_CODES } from '@app/connector-kit';
import { Database } from '@app/database';
import { eventually } from '../support/eventually.js';
import { photo } from '../support/pictures.js';
import { startTelegramDouble, type TelegramDouble } from '../support/telegram-double.js';
import { startTestApi } from '../support/test-api.js';
import { startTestSystem, type TestSystem } from '../support/test-system.js';

let system: TestSystem;
let telegram: TelegramDouble;
beforeAll(async () => {
  [system, telegram] = await Promise.all([startTestSystem(), startTelegramDouble()]);
});
afterAll(async () => {
  await system.close();
  await telegram.stop();
});

/* eslint-disable @typescript-eslint/no-explicit-any -- answers of the API, looked at as the test expects them */
async function connect(settings: object): Promise<any> {
  const body = { channel: 'telegram', name: 'Bot', settings };
  return (await system.admin.call('POST', '/connections', body)).body;
}
const reportWith = (words: string): Promise<any> =>
  eventually(`a report with ${words}`, async () => {
    const { body } = await system.admin.call('GET', `/reports?q=${encodeURIComponent(words)}`);
    return body.items[0] && (await system.admin.call('GET', `/reports/${body.items[0].id}`)).body;
  });
async function replyIn(reportId: string, state: string): Promise<any> {
  return eventually(`an answer that is ${state}`, async () => {
    const { body } = await system.admin.call('GET', `/reports/${reportId}`);
    return body.replies.find((reply: any) => reply.state === state);
  });
}
/* eslint-enable @typescript-eslint/no-explicit-any */
const pause = (id: string) => system.admin.call('PATCH', `/connections/${id}`, { status: 'paused' });
const database = () => system.api.app.get(Database, { strict: false });

describe('W5: a file that cannot be fetched', () => {
  const NOT_THERE = 'Bad Request: wrong remote file identifier specified';
  const fileThatIs = (reportId: string, state: string) =>
    eventually(`a file that is ${state}`, async () => {
      const [message] = (await system.admin.call('GET', `/reports/${reportId}`)).body.messages;
      const [file] = message.attachments;
      return file.state === state && { ...file, text: message.text };
    });

  it('does not hold up its text, which is there with the file marked as missing', async () => {
    const { id } = await connect(telegram.settings);
    const body = { ok: false, error_code: 400, description: NOT_THERE };
    telegram.failNext('getFile', { status: 400, body });
    telegram.sendPhoto({ id: 8_010, firstName: 'Nur' }, 'Parit tertutup di Rawa Makmur', Buffer.from('gone'));
    const report = await reportWith('Rawa Makmur');
    expect(await fileThatIs(report.id, 'refused')).toMatchObject({
      ...{ kind: 'image', refusal: 'gone', text: 'Parit tertutup di Rawa Makmur' },
    });
    await pause(id);
  });

  it('comes behind its text as soon as the platform gives it', async () => {
    const { id } = await connect(telegram.settings);
    const downloads = () => telegram.calls.filter(({ method }) => method === 'file').length;
    const before = downloads();
    telegram.failNext('file', { status: 500, body: {} });
    telegram.sendPhoto({ id: 8_011, firstName: 'Ari' }, 'Gorong-gorong ambruk', await photo({ shade: 90 }));
    const report = await reportWith('Gorong-gorong');
    expect(report.messages[0].text).toBe('Gorong-gorong ambruk');
    expect(await fileThatIs(report.id, 'stored')).toMatchObject({ kind: 'image', problem: null });
    expect(downloads() - before).toBe(2);
    await pause(id);
  });
});

describe('W7: Telegram’s webhook', () => {
  it('knows a repeated update, and lets nobody in without the secret', async () => {
    const { id, webhookUrl } = await connect({ ...telegram.settings, mode: 'webhook' });
    const call = telegram.calls.findLast(({ method }) => method === 'setWebhook');
    const secret = String(call?.parameters['secret_token']);
    const person = { id: 8_001, first_name: 'Wahyu' };
    const message = { message_id: 1, date: 1_795_000_000, text: 'Pos ronda roboh' };
    const body = JSON.stringify({
      update_id: 990_001,
      message: { ...message, chat: { ...person, type: 'private' }, from: { ...person, is_bot: false } },
    });
    const post = (headers: Record<string, string>) =>
      fetch(webhookUrl, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body,
      });
    for (const headers of [{}, { 'x-telegram-bot-api-secret-token': 'guessed-guessed-guessed' }]) {
      expect((await post(headers as Record<string, string>)).status).toBe(403);
    }
    const stored = () =>
      database()
        .query('select from raw_events where connection_id = $1', [id])
        .then((rows) => rows.length);
    expect(await stored()).toBe(0);
    for (let time = 0; time < 3; time++) {
      expect((await post({ 'x-telegram-bot-api-secret-token': secret })).status).toBe(200);
    }
    const report = await reportWith('Pos ronda');
    expect(report.messages).toHaveLength(1);
    expect(await stored()).toBe(1);
    await pause(id);
  });
});

describe('W13: “send again”', () => {
  it('really sends, after a refusal and after an unknown fate', async () => {
    const { id } = await connect(telegram.settings);
    await telegram.sendPrivateText({ id: 8_002, firstName: 'Dewi' }, 'Taman rusak di Swarga Bara');
    const report = await reportWith('Taman rusak');
    const refusal = { ok: false, error_code: 400, description: 'Bad Request: chat not found' };
    // The second may have arrived: it is there twice when a person says so, and only then.
    for (const [failure, state, arrived] of [
      [{ status: 400, body: refusal }, 'failed', 0],
      ['cut-after-taking', 'unknown', 1],
    ] as const) {
      const before = telegram.sentMessages().length;
      telegram.failNext('sendMessage', failure);
      const { version } = (await system.admin.call('GET', `/reports/${report.id}`)).body;
      const text = `Kami tindak lanjuti (${state})`;
      await system.admin.call('POST', `/reports/${report.id}/replies`, {
        ...{ text, version, idempotencyKey: crypto.randomUUID() },
      });
      const reply = await replyIn(report.id, state);
      expect(telegram.sentMessages()).toHaveLength(before + arrived);
      await system.admin.call('POST', `/replies/${reply.id}/resolution`, { action: 'send-again' });
      await eventually('the message', async () => telegram.sentMessages().length > before + arrived);
      await replyIn(report.id, 'sent');
      expect(telegram.sentMessages().slice(before)).toHaveLength(arrived + 1);
      expect(telegram.sentMessages().at(-1)?.text).toBe(text);
    }
    await pause(id);
  });
});

describe('W14: health', () => {
  it('is a typed state in the database, the same for every process and after a restart', async () => {
    const { id } = await connect({ ...telegram.settings, botToken: '7000001:AArevoked' });
    const row = await eventually('the state', async () => {
      const [found] = await database().query<{ state: string; reason: string }>(
        'select health_state as state, health_reason as reason from connections where id = $1',
        [id],
      );
      return found?.state === 'needs-reauthorisation' && found;
    });
    expect(row).toMatchObject({ reason: expect.stringContaining('@BotFather') });
    await expect(
      database().query(`update connections set health_state = 'Error: 401 unauthorized' where id = $1`, [id]),
    ).rejects.toThrow('health_state');
    for (const code of CONNECTOR_ERROR_CODES) {
      expect([null, 'degraded', 'needs-reauthorisation', 'unreachable']).toContain(
        FAILURE_POLICY[code].health,
      );
    }
    const other = await startTestApi(system.database.url, { secretKey: system.secretKey });
    const { body } = await (
      await fetch(`${other.url}/api/v1/channel-outages`, { headers: { cookie: system.admin.sessionCookie } })
    )
      .json()
      .then((answer: unknown) => ({ body: answer }));
    expect(body).toMatchObject([{ connectionId: id, state: 'needs-reauthorisation' }]);
    await other.close();
    await pause(id);
  });
});
