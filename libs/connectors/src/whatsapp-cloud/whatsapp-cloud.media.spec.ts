import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { testContext } from '@app/connector-kit/testing';
import { graphError } from '../../../../test/support/graph-double.js';
import { WhatsAppDouble } from '../../../../test/support/whatsapp-double.js';
import { whatsAppCloudMedia } from './whatsapp-cloud.media.js';
import { whatsAppCloudSettingsSchema } from './whatsapp-cloud.settings.js';

describe('files of WhatsApp', () => {
  let double: WhatsAppDouble;
  beforeAll(async () => {
    double = await new WhatsAppDouble().start();
  });
  afterAll(() => double.stop());

  const bytes = Buffer.from('isi sebuah foto');
  const fetchFile = (externalId: string) =>
    whatsAppCloudMedia.fetch(
      {
        attachment: { kind: 'image', externalId, fileName: 'foto.jpg' },
        messageExternalId: 'wamid.image',
        event: null,
        maxBytes: 1_000_000,
      },
      testContext(whatsAppCloudSettingsSchema.parse(double.settings)),
    );

  it('come with the token, byte for byte, with their name and type', async () => {
    const id = double.keepFile(bytes, 'image/jpeg; quality=high');
    expect(await fetchFile(id)).toEqual({ body: bytes, mimeType: 'image/jpeg', fileName: 'foto.jpg' });
    expect(double.calls.at(-1)).toMatchObject({ path: `file/${id}`, token: double.token });
  });

  it.each(['hex', 'base64'] as const)(
    'are believed when their hash is the one that was told, in %s',
    async (encoding) => {
      const id = double.keepFile(bytes, 'image/jpeg');
      const sha256 = createHash('sha256').update(bytes).digest(encoding);
      const body = { url: `${double.origin}/file/${id}`, sha256 };
      double.failNext(new RegExp(`^GET ${id}$`), { body });
      expect((await fetchFile(id)).body).toEqual(bytes);
    },
  );

  it('are fetched again when they come damaged', async () => {
    const id = double.keepFile(bytes, 'image/jpeg');
    double.failNext(/^GET file\//, { body: Buffer.from('isi sebuah fot') });
    await expect(fetchFile(id)).rejects.toMatchObject({
      code: 'transient',
      message: expect.stringContaining('SHA-256'),
    });
    expect((await fetchFile(id)).body).toEqual(bytes);
  });

  it('are asked for again when the address has run out, and given up when the id has', async () => {
    const id = double.keepFile(bytes, 'image/jpeg');
    double.failNext(/^GET file\//, graphError(404, 100));
    await expect(fetchFile(id)).rejects.toMatchObject({ code: 'transient' });
    await expect(fetchFile('file-of-last-year')).rejects.toMatchObject({ code: 'media-gone' });
  });
});
