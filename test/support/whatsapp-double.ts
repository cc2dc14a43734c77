import { createHash, randomUUID } from 'node:crypto';
import { graphError, GraphDouble, type GraphAnswer, type GraphCall, type Json } from './graph-double.js';
import { whatsAppDelivery, WHATSAPP_PHONE, WHATSAPP_WABA } from './whatsapp-deliveries.js';

export interface SentWhatsAppMessage {
  readonly id: string;
  readonly body: Json;
}

/** The WhatsApp side of the Graph API: one number, its messages, files, templates and address for deliveries. */
export class WhatsAppDouble extends GraphDouble {
  readonly sent: SentWhatsAppMessage[] = [];
  readonly files = new Map<
    string,
    { readonly bytes: Buffer; readonly mimeType: string; readonly name: string }
  >();
  templates: Json[] = [];
  number: Json = { status: 'CONNECTED', quality_rating: 'GREEN' };
  /** Where deliveries for the number go. */
  webhookUrl: string | undefined;

  override async start(): Promise<this> {
    await super.start();
    this.scopes = ['whatsapp_business_messaging', 'whatsapp_business_management'];
    this.on(new RegExp(`^POST ${WHATSAPP_PHONE}/messages$`), ({ body }) => this.take(body));
    this.on(new RegExp(`^POST ${WHATSAPP_PHONE}/media$`), ({ body }) => this.upload(body));
    this.on(new RegExp(`^GET ${WHATSAPP_WABA}/message_templates$`), (call) => this.listTemplates(call));
    this.on(new RegExp(`^GET ${WHATSAPP_PHONE}$`), () => {
      const names = { display_phone_number: '+62 811-0000-0000', verified_name: 'Lapor Contoh' };
      return { body: { id: WHATSAPP_PHONE, ...names, ...this.number } };
    });
    this.on(new RegExp(`^POST ${WHATSAPP_PHONE}$`), ({ body }) => {
      this.webhookUrl = String((body['webhook_configuration'] as Json)['override_callback_uri']);
      return { body: { success: true } };
    });
    this.on(/^GET file\/(.+)$/, (_call, [, id = '']) => {
      const file = this.files.get(id);
      return file ? { body: file.bytes } : graphError(404, 100);
    });
    this.on(/^GET (file-.+)$/, (_call, [, id = '']) => this.describeFile(id));
    return this;
  }

  /** Settings of a connection that leads here. */
  get settings() {
    return {
      accessToken: this.token,
      phoneNumberId: WHATSAPP_PHONE,
      businessAccountId: WHATSAPP_WABA,
      appSecret: this.appSecret,
      apiRoot: this.origin,
    };
  }

  /** A file as a citizen sends it. @returns its id */
  keepFile(bytes: Buffer, mimeType: string, name = 'file'): string {
    const id = `file-${randomUUID()}`;
    this.files.set(id, { bytes, mimeType, name });
    return id;
  }

  /** Tells the webhook what became of a message that was sent. */
  async report(message: SentWhatsAppMessage, status: string, more: Json = {}): Promise<number> {
    const at = { id: message.id, status, timestamp: String(Math.floor(Date.now() / 1000)) };
    const key = message.body['biz_opaque_callback_data'];
    const statuses = [{ ...at, ...(key === undefined ? {} : { biz_opaque_callback_data: key }), ...more }];
    return this.deliver(this.webhookUrl ?? '', whatsAppDelivery([{ statuses }]));
  }

  private take(body: Json): GraphAnswer {
    const id = `wamid.${randomUUID()}`;
    this.sent.push({ id, body });
    return {
      body: { messaging_product: 'whatsapp', contacts: [], messages: [{ id, message_status: 'accepted' }] },
    };
  }

  private upload(body: Json): GraphAnswer {
    const id = `file-${randomUUID()}`;
    const file = body['file'] as File;
    // Read later, when somebody looks: a form's file gives its bytes as a promise.
    void file.arrayBuffer().then((bytes) => {
      this.files.set(id, { bytes: Buffer.from(bytes), mimeType: file.type, name: file.name });
    });
    return { body: { id } };
  }

  private describeFile(id: string): GraphAnswer {
    const file = this.files.get(id);
    if (!file) return graphError(400, 100, { error_subcode: 33 });
    const sha256 = createHash('sha256').update(file.bytes).digest('hex');
    const size = String(file.bytes.length);
    return {
      body: { id, url: `${this.origin}/file/${id}`, mime_type: file.mimeType, sha256, file_size: size },
    };
  }

  /** Ten on a page, as the cursor says; `name` finds parts of names, as Meta's does. */
  private listTemplates({ query }: GraphCall): GraphAnswer {
    const found = this.templates.filter(({ name }) => String(name).includes(query['name'] ?? ''));
    const from = Number(query['after'] ?? 0);
    const next = from + 10 < found.length ? { next: `${this.origin}/next?access_token=secret` } : {};
    const paging = { cursors: { after: String(from + 10) }, ...next };
    return { body: { data: found.slice(from, from + 10), paging } };
  }
}
