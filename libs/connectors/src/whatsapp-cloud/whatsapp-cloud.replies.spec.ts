import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { OutboundReply } from '@app/connector-kit';
import { InMemoryUsageMeter, testContext, TEST_NOW } from '@app/connector-kit/testing';
import { WhatsAppDouble } from '../../../../test/support/whatsapp-double.js';
import { graphError } from '../../../../test/support/graph-double.js';
import { whatsAppCloudReplies } from './whatsapp-cloud.replies.js';
import { whatsAppCloudSettingsSchema } from './whatsapp-cloud.settings.js';

const HOUR = 3_600_000;
const ago = (hours: number) => new Date(TEST_NOW.getTime() - hours * HOUR);
const answer = (more: Partial<OutboundReply> = {}, hours = 1): OutboundReply => ({
  text: 'Petugas menuju lokasi.',
  idempotencyKey: 'key-1',
  conversation: { externalId: 'ID.1', kind: 'private' },
  inReplyTo: { externalId: 'wamid.text', sentAt: ago(hours) },
  recipient: { externalId: 'ID.1' },
  ...more,
});
const template = (name: string, text: string, more: object = {}, category = 'UTILITY') => ({
  name,
  language: 'id',
  status: 'APPROVED',
  category,
  components: [{ type: 'BODY', text }],
  ...more,
});
const file = (fileName: string, mimeType: string, size = 10) => ({
  fileName,
  mimeType,
  body: Buffer.alloc(size, 'x'),
});

describe('answers by the Cloud API', () => {
  let double: WhatsAppDouble;
  beforeAll(async () => {
    double = await new WhatsAppDouble().start();
    double.templates = [
      template('laporan_selesai', 'Laporan {{1}} selesai: {{2}}', {
        components: [
          { type: 'HEADER', format: 'TEXT', text: 'Lapor Kota Contoh' },
          { type: 'BODY', text: 'Laporan {{1}} selesai: {{2}}' },
          { type: 'FOOTER', text: 'Balas untuk bertanya' },
          { type: 'BUTTONS', buttons: [{ type: 'QUICK_REPLY', text: 'Baik' }] },
        ],
      }),
      template('laporan_selesai_lagi', 'Masih {{1}}'),
      template('dengan_nama', 'Yth. {{nama}}, laporan {{kode}} diproses. Salam untuk {{nama}}.'),
      template('undangan', 'Datanglah ke musrenbang!', {}, 'MARKETING'),
      template('kode_masuk', '{{1}} adalah kode Anda', {}, 'AUTHENTICATION'),
      template('ditolak', 'Halo', { status: 'REJECTED' }),
      template('bergambar', 'Halo', {
        components: [
          { type: 'HEADER', format: 'IMAGE' },
          { type: 'BODY', text: 'Halo' },
        ],
      }),
      template('bertautan', 'Halo', {
        components: [
          { type: 'BODY', text: 'Halo' },
          { type: 'BUTTONS', buttons: [{ type: 'URL', url: 'https://lapor.example/{{1}}' }] },
        ],
      }),
      ...Array.from({ length: 12 }, (_, index) => template(`zz_${index}`, 'Isi')),
    ];
  });
  afterAll(() => double.stop());

  const contextOf = (more: object = {}) => {
    const usage = new InMemoryUsageMeter();
    const settings = whatsAppCloudSettingsSchema.parse({ ...double.settings, ...more });
    return { ...testContext(settings, { usage }), usage };
  };
  const send = async (reply: OutboundReply, context = contextOf()) => {
    double.sent.length = 0;
    const sent = await whatsAppCloudReplies.send(reply, context);
    return { sent, bodies: double.sent.map(({ body }) => body) };
  };

  it('are free text for 24 hours after the citizen’s last message, in whichever report, and templates later', () => {
    const availability = (reply: OutboundReply) => whatsAppCloudReplies.availability(reply, TEST_NOW);
    expect(availability(answer({}, 1))).toEqual({
      isAllowed: true,
      isPublic: false,
      until: new Date(TEST_NOW.getTime() + 23 * HOUR),
    });
    expect(availability(answer({}, 25))).toEqual({ isAllowed: true, isPublic: false, needsTemplate: true });
    const conversation = { externalId: 'ID.1', kind: 'private', lastInboundAt: ago(2) } as const;
    expect(availability(answer({ conversation }, 25))).toMatchObject({
      until: new Date(TEST_NOW.getTime() + 22 * HOUR),
    });
    const group = { externalId: 'g@g.us', kind: 'group' } as const;
    expect(availability(answer({ conversation: group }, 1))).toMatchObject({ isPublic: true });
  });

  it('do not leave when the window has closed while they waited', async () => {
    await expect(send(answer({}, 25))).rejects.toMatchObject({
      code: 'reply-refused',
      message: expect.stringContaining('24 hours'),
    });
    expect(double.sent).toEqual([]);
  });

  it.each([
    ['a user id', { externalId: 'ID.1' }, { recipient: 'ID.1', recipient_type: 'individual' }],
    ['a number', { externalId: '6281200000001' }, { to: '6281200000001', recipient_type: 'individual' }],
  ])('go to %s in its own member', async (_name, recipient, address) => {
    const { bodies } = await send(answer({ recipient }));
    expect(bodies).toEqual([
      {
        messaging_product: 'whatsapp',
        ...address,
        context: { message_id: 'wamid.text' },
        biz_opaque_callback_data: 'key-1',
        type: 'text',
        text: { body: 'Petugas menuju lokasi.', preview_url: false },
      },
    ]);
  });

  it('go to the group where the citizen wrote', async () => {
    const conversation = { externalId: '1203@g.us', kind: 'group' } as const;
    const { bodies } = await send(answer({ conversation }));
    expect(bodies).toMatchObject([{ recipient_type: 'group', to: '1203@g.us' }]);
  });

  describe('with files', () => {
    it('carry a short text as the caption of a single one', async () => {
      const { bodies, sent } = await send(answer({ files: [file('surat.pdf', 'application/pdf')] }));
      expect(bodies).toMatchObject([
        { type: 'document', document: { caption: 'Petugas menuju lokasi.', filename: 'surat.pdf' } },
      ]);
      expect(sent).not.toHaveProperty('furtherExternalIds');
      const { id } = bodies[0]?.['document'] as { id: string };
      expect(double.files.get(id)).toMatchObject({ name: 'surat.pdf', mimeType: 'application/pdf' });
    });

    it('are several messages otherwise, of which each has its id', async () => {
      const files = [file('a.jpg', 'image/jpeg'), file('b.ogg', 'audio/ogg')];
      const { bodies, sent } = await send(answer({ files }));
      expect(bodies.map(({ type }) => type)).toEqual(['text', 'image', 'audio']);
      expect(sent.furtherExternalIds).toHaveLength(2);
      const long = await send(answer({ text: 'x'.repeat(1025), files: files.slice(0, 1) }));
      expect(long.bodies.map(({ type }) => type)).toEqual(['text', 'image']);
    });

    it('send a picture that is too large for one as a document', async () => {
      const { bodies } = await send(answer({ files: [file('besar.jpg', 'image/jpeg', 6 * 1024 * 1024)] }));
      expect(bodies).toMatchObject([{ type: 'document' }]);
    });

    it('leave nothing behind when the upload fails', async () => {
      double.failNext(/media$/, graphError(500, 2));
      const reply = answer({ files: [file('a.jpg', 'image/jpeg')] });
      await expect(send(reply)).rejects.toMatchObject({ code: 'transient' });
      expect(double.sent).toEqual([]);
    });

    it('ask a person when a part has gone out and the rest has not', async () => {
      const files = [file('a.jpg', 'image/jpeg'), file('b.jpg', 'image/jpeg')];
      const context = contextOf();
      let count = 0;
      const http: typeof context.http = {
        request: (request) => {
          // The text goes out, the first picture does not.
          if (request.url.includes('/messages') && ++count === 2)
            double.failNext(/messages$/, graphError(400, 131053));
          return context.http.request(request);
        },
      };
      await expect(send(answer({ files }), { ...context, http })).rejects.toMatchObject({
        code: 'outcome-unknown',
        message: expect.stringMatching(/^1 of 3 .*131053/),
      });
    });
  });

  describe('by template', () => {
    it('list what can be sent with words alone, over all pages, with its price', async () => {
      const list = await whatsAppCloudReplies.templates?.list(contextOf({ utilityCostRupiah: 400 }));
      expect(list).toHaveLength(16);
      expect(list?.slice(0, 4)).toEqual([
        {
          name: 'laporan_selesai',
          language: 'id',
          text: 'Lapor Kota Contoh\n\nLaporan {{1}} selesai: {{2}}\n\nBalas untuk bertanya',
          parameterCount: 2,
          costRupiah: 400,
        },
        {
          name: 'laporan_selesai_lagi',
          language: 'id',
          text: 'Masih {{1}}',
          parameterCount: 1,
          costRupiah: 400,
        },
        {
          name: 'dengan_nama',
          language: 'id',
          text: 'Yth. {{1}}, laporan {{2}} diproses. Salam untuk {{1}}.',
          parameterCount: 2,
          costRupiah: 400,
        },
        {
          name: 'undangan',
          language: 'id',
          text: 'Datanglah ke musrenbang!',
          parameterCount: 0,
          costRupiah: 587,
        },
      ]);
    });

    it('leave after the window, with numbered and with named parameters, and are metered', async () => {
      const context = contextOf();
      const of = (name: string, parameters: string[]) =>
        answer({ template: { name, language: 'id', parameters } }, 48);
      const { bodies } = await send(of('laporan_selesai', ['KTM-7', 'lampu diganti']), context);
      expect(bodies[0]).toMatchObject({
        type: 'template',
        template: {
          name: 'laporan_selesai',
          language: { code: 'id' },
          components: [
            {
              type: 'body',
              parameters: [
                { type: 'text', text: 'KTM-7' },
                { type: 'text', text: 'lampu diganti' },
              ],
            },
          ],
        },
      });
      const named = await send(of('dengan_nama', ['Sari', 'KTM-7']), context);
      expect(named.bodies[0]).toMatchObject({
        template: {
          components: [
            {
              parameters: [
                { text: 'Sari', parameter_name: 'nama' },
                { text: 'KTM-7', parameter_name: 'kode' },
              ],
            },
          ],
        },
      });
      expect(context.usage.entries).toMatchObject([
        { item: 'template-utility', costRupiah: 357 },
        { item: 'template-utility', costRupiah: 357 },
      ]);
    });

    it('cost nothing inside the window when they are of use, and something when they advertise', async () => {
      const context = contextOf();
      const of = (name: string, parameters: string[]) =>
        answer({ template: { name, language: 'id', parameters } }, 1);
      await send(of('laporan_selesai_lagi', ['rusak']), context);
      await send(of('undangan', []), context);
      expect(context.usage.entries.map(({ costRupiah }) => costRupiah)).toEqual([0, 587]);
    });

    it('stop at the budget of the month', async () => {
      const context = contextOf({ monthlyBudgetRupiah: 700 });
      const reply = answer(
        { template: { name: 'laporan_selesai_lagi', language: 'id', parameters: ['x'] } },
        48,
      );
      await send(reply, context);
      await send(reply, context);
      await expect(send(reply, context)).rejects.toMatchObject({ code: 'budget-exhausted' });
    });

    it.each([
      ['one that is gone', 'tidak_ada', []],
      ['one of which the name is only a part', 'laporan', []],
      ['too few parameters', 'laporan_selesai', ['KTM-7']],
    ])('refuse %s', async (_name, name, parameters) => {
      const reply = answer({ template: { name, language: 'id', parameters } }, 48);
      await expect(send(reply)).rejects.toMatchObject({ code: 'reply-refused' });
      expect(double.sent).toEqual([]);
    });
  });
});
