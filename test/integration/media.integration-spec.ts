import { createHash, randomBytes } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import sharp from 'sharp';
import type { ReportDetail } from '@app/api-contract';
import { FetchAttachmentService } from '@app/media';
import { ApiClient } from '../support/api-client.js';
import { eventually } from '../support/eventually.js';
import { signInInvited } from '../support/first-admin.js';
import { photo } from '../support/pictures.js';
import { startTelegramDouble, type TelegramDouble } from '../support/telegram-double.js';
import { startTestSystem, type TestSystem } from '../support/test-system.js';

const BUDI = { id: 78_001, firstName: 'Budi' };
const OVERLOADED = { status: 503, body: { ok: false, error_code: 503, description: 'Service Unavailable' } };
const PROGRAM = Buffer.from('MZ\x90\0\x03\0\0\0 a program that calls itself a photo', 'latin1');

let system: TestSystem;
let telegram: TelegramDouble;
let connectionId: string;

beforeAll(async () => {
  system = await startTestSystem();
});
beforeEach(async () => {
  telegram = await startTelegramDouble();
  const answer = await system.admin.call('POST', '/connections', {
    channel: 'telegram',
    name: 'Bot',
    settings: telegram.settings,
  });
  connectionId = (answer.body as { id: string }).id;
});
afterEach(async () => {
  await system.admin.call('PATCH', `/connections/${connectionId}`, { status: 'paused' });
  await telegram.stop();
});
afterAll(() => system.close());

const reportWith = async (words: string): Promise<ReportDetail> => {
  const { id } = await eventually(`a report with "${words}"`, async () => {
    const { body } = await system.admin.call('GET', `/reports?q=${encodeURIComponent(words)}`);
    return (body as { items: { id: string }[] }).items[0];
  });
  return (await system.admin.call('GET', `/reports/${id}`)).body as ReportDetail;
};
const attachmentOf = (report: ReportDetail) => report.messages.flatMap(({ attachments }) => attachments)[0];
const attachmentIn = (words: string, state: string) =>
  eventually(`an attachment that is ${state}`, async () => {
    const attachment = attachmentOf(await reportWith(words));
    return attachment?.state === state ? attachment : null;
  });
const download = (id: string, headers: Record<string, string> = {}, part = '') =>
  fetch(`${system.api.url}/api/v1/attachments/${id}${part}`, {
    headers: { cookie: system.admin.sessionCookie, ...headers },
  });
const downloads = () => telegram.calls.filter(({ method }) => method === 'file').length;

describe('a photo', () => {
  it('is kept as it came, with a small picture without its secrets and the place of the camera', async () => {
    const body = await photo({ hasPlace: true });
    telegram.sendPhoto(BUDI, 'Jalan amblas di Sangatta Selatan', body);
    const attachment = await attachmentIn('amblas Sangatta', 'stored');
    expect(attachment).toMatchObject({
      mimeType: 'image/jpeg',
      sizeBytes: body.length,
      hasThumbnail: true,
      width: 1280,
      height: 960,
    });
    expect(attachment.place?.latitude).toBeCloseTo(0.54, 5);
    expect(attachment.place?.longitude).toBeCloseTo(117.586667, 5);

    const whole = await download(attachment.id);
    expect(whole.status).toBe(200);
    expect(Buffer.from(await whole.arrayBuffer()).equals(body)).toBe(true);
    const small = await download(attachment.id, {}, '/thumbnail');
    expect(small.headers.get('content-type')).toBe('image/webp');
    const metadata = await sharp(Buffer.from(await small.arrayBuffer())).metadata();
    expect(metadata).toMatchObject({ format: 'webp', width: 640, height: 480 });
    expect(metadata.exif).toBeUndefined();
  });

  it('cannot act in our pages, is asked for again each time, and can be read in parts', async () => {
    telegram.sendPhoto(BUDI, 'Pohon tumbang di Singa Gembara', await photo());
    const { id } = await attachmentIn('tumbang Singa', 'stored');
    const { headers } = await download(id);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('content-security-policy')).toMatch(/default-src 'none'.*sandbox/);
    expect(headers.get('cache-control')).toBe('private, no-cache');
    expect((await download(id, { 'if-none-match': headers.get('etag') ?? '' })).status).toBe(304);
    const part = await download(id, { range: 'bytes=0-2' });
    expect([part.status, Buffer.from(await part.arrayBuffer()).toString('hex')]).toEqual([206, 'ffd8ff']);
    expect((await download(id, { range: 'bytes=99999999-' })).status).toBe(416);
  });

  it('that comes twice lies on the disk once', async () => {
    const body = await photo({ shade: 33 });
    telegram.sendPhoto(BUDI, 'Lampu padam di Jalan Yos Sudarso pertama', body);
    telegram.sendPhoto({ id: 78_002, firstName: 'Siti' }, 'Lampu padam di Jalan Yos Sudarso kedua', body);
    await attachmentIn('Sudarso pertama', 'stored');
    await attachmentIn('Sudarso kedua', 'stored');
    const sha256 = createHash('sha256').update(body).digest('hex');
    const folder = path.join(system.dataFolder, 'media', sha256.slice(0, 2), sha256.slice(2, 4));
    expect((await readdir(folder)).sort()).toEqual([sha256, `${sha256}.thumbnail.webp`]);
  });

  it('that cannot be had yet does not hold up the text, and comes by itself', async () => {
    telegram.failNext('file', OVERLOADED);
    telegram.sendPhoto(BUDI, 'Banjir di Kabo Jaya setinggi lutut', await photo({ shade: 44 }));
    const waiting = await attachmentIn('Banjir Kabo', 'failed');
    expect(waiting.problem).toContain('503');
    expect(waiting.problem).not.toContain(telegram.token);
    expect(waiting.nextAttemptAt).not.toBeNull();
    expect((await reportWith('Banjir Kabo')).class).toBe('complaint');
    expect((await attachmentIn('Banjir Kabo', 'stored')).problem).toBeNull();
  });

  it('is shown to members of the agency that has the report, and to no other', async () => {
    telegram.sendPhoto(BUDI, 'Sampah menumpuk di TPS Teluk Lingga', await photo({ shade: 55 }));
    const { id } = await attachmentIn('menumpuk Lingga', 'stored');
    const report = await reportWith('menumpuk Lingga');
    const [dlh, pu] = await Promise.all(
      ['dlh', 'pupr'].map(async (code) => {
        const agency = { code, name: `Dinas ${code}`, shortName: code.toUpperCase() };
        const { body } = await system.admin.call('POST', '/agencies', agency);
        return (body as { id: string }).id;
      }),
    );
    await system.admin.call('POST', `/reports/${report.id}/disposition`, {
      agencyId: dlh,
      version: report.version,
    });
    const member = async (agencyId: string | undefined, email: string): Promise<ApiClient> =>
      (
        await signInInvited(system.api, system.admin, {
          email,
          role: 'agency-member',
          agencyId: agencyId ?? '',
        })
      ).client;
    const theirs = await member(dlh, 'dlh@example.go.id');
    const others = await member(pu, 'pu@example.go.id');
    expect((await theirs.call('GET', `/attachments/${id}`)).status).toBe(200);
    expect((await theirs.call('GET', `/attachments/${id}/thumbnail`)).status).toBe(200);
    expect((await others.call('GET', `/attachments/${id}`)).status).toBe(404);
    expect((await others.call('POST', `/attachments/${id}/retry`)).status).toBe(404);
    expect((await new ApiClient(system.api.url).call('GET', `/attachments/${id}`)).status).toBe(401);
  });
});

describe('several workers', () => {
  it('find what has lost its job, and fetch each file once', async () => {
    const second = await system.startWorker();
    try {
      const words = ['satu', 'dua', 'tiga', 'empat', 'lima'];
      for (const word of words) {
        telegram.sendPhoto(
          { id: 79_000 + word.length, firstName: word },
          `Jembatan ${word} rusak`,
          await photo(),
        );
      }
      for (const word of words) await attachmentIn(`Jembatan ${word}`, 'stored');
      expect(downloads()).toBe(words.length);
      await system.database.query(
        `update attachments set state = 'pending', sha256 = null, created_at = now() - interval '1 hour'
          where message_id in (select id from messages where text like 'Jembatan % rusak')`,
      );
      for (const word of words) await attachmentIn(`Jembatan ${word}`, 'stored');
      expect(downloads()).toBe(words.length * 2);
    } finally {
      await second.close();
    }
  });
});

describe('many jobs for one file', () => {
  it('fetch it once', async () => {
    telegram.sendPhoto(BUDI, 'Gorong-gorong tersumbat di Karangan', await photo());
    const { id } = await attachmentIn('tersumbat Karangan', 'stored');
    await system.database.query(
      `update attachments set state = 'pending', sha256 = null, created_at = now() where id = '${id}'`,
    );
    const before = downloads();
    const fetcher = system.api.app.get(FetchAttachmentService, { strict: false });
    await Promise.all(Array.from({ length: 8 }, () => fetcher.fetch(id)));
    await attachmentIn('tersumbat Karangan', 'stored');
    expect(downloads() - before).toBe(1);
  });
});

describe('a file that is not kept', () => {
  it('says that it is a program, whatever it calls itself', async () => {
    telegram.sendPhoto(BUDI, 'Lihat foto ini dari Rantau Pulung', PROGRAM);
    const attachment = await attachmentIn('Rantau Pulung', 'refused');
    expect(attachment).toMatchObject({ refusal: 'type-not-allowed', hasThumbnail: false });
    expect((await download(attachment.id)).status).toBe(404);
  });

  it('keeps what it really is when it only has the wrong name', async () => {
    const png = await sharp(await photo())
      .png()
      .toBuffer();
    telegram.sendPhoto(BUDI, 'Gambar dari Kaubun', png);
    expect((await attachmentIn('Gambar Kaubun', 'stored')).mimeType).toBe('image/png');
  });

  it('says that it is gone, and is fetched when a person asks for it again', async () => {
    const body = await photo({ shade: 66 });
    telegram.failNext('getFile', {
      status: 400,
      body: {
        ok: false,
        error_code: 400,
        description: 'Bad Request: wrong remote file identifier specified',
      },
    });
    telegram.sendPhoto(BUDI, 'Irigasi rusak di Bengalon', body);
    const { id } = await attachmentIn('Irigasi Bengalon', 'refused');
    expect((await attachmentIn('Irigasi Bengalon', 'refused')).refusal).toBe('gone');
    expect((await system.admin.call('POST', `/attachments/${id}/retry`)).status).toBe(200);
    await attachmentIn('Irigasi Bengalon', 'stored');
    expect((await system.admin.call('POST', `/attachments/${id}/retry`)).body).toMatchObject({
      code: 'attachment-not-open',
    });
  });

  it('says that it is too large for the setting, and comes when the setting allows it', async () => {
    await system.admin.call('PATCH', '/settings', { maxMediaMegabytes: 1 });
    const noise = randomBytes(1024 * 1024 * 3);
    const large = await sharp(noise, { raw: { width: 1024, height: 1024, channels: 3 } })
      .png()
      .toBuffer();
    expect(large.length).toBeGreaterThan(1_000_000);
    telegram.sendPhoto(BUDI, 'Foto besar dari Telen', large);
    const { id, refusal } = await attachmentIn('besar Telen', 'refused');
    expect(refusal).toBe('too-large');
    expect(downloads()).toBe(0);
    await system.admin.call('PATCH', '/settings', { maxMediaMegabytes: 25 });
    await system.admin.call('POST', `/attachments/${id}/retry`);
    await attachmentIn('besar Telen', 'stored');
  });
});
