import { ConnectorError } from '@app/connector-kit';
import type { AttachmentKind, InboundAttachment, InboundLocation, InboundNote } from '@app/report-model';
import { z } from 'zod';
import { contactCards } from './whatsapp-cloud.contact-cards.js';
import { interactiveText } from './whatsapp-cloud.interactive.js';
import type { WhatsAppError } from './whatsapp-cloud.payload.js';

/** What a message says. */
export interface WhatsAppContent {
  readonly text: string;
  readonly attachments: readonly InboundAttachment[];
  readonly location?: InboundLocation;
  readonly notes?: readonly InboundNote[];
}

/** A message, or what stands in an edit in its place: the member named like `type` holds the content. */
export interface ContentSource {
  readonly type: string;
  readonly errors?: readonly WhatsAppError[] | undefined;
  readonly [member: string]: unknown;
}

const optionalText = z.string().optional().catch(undefined);
const mediaSchema = z.looseObject({
  id: z.union([z.string().min(1), z.number()]).transform(String),
  mime_type: optionalText,
  caption: optionalText,
  filename: optionalText,
});
const locationSchema = z.looseObject({
  latitude: z.coerce.number().min(-90).max(90),
  longitude: z.coerce.number().min(-180).max(180),
  name: optionalText,
  address: optionalText,
});
const orderSchema = z.looseObject({
  text: optionalText,
  product_items: z.array(
    z.looseObject({
      product_retailer_id: z.coerce.string(),
      quantity: z.coerce.number(),
      item_price: z.coerce.number().optional().catch(undefined),
      currency: optionalText,
    }),
  ),
});

const READERS: Readonly<Record<string, (body: unknown) => WhatsAppContent>> = {
  text: (body) => onlyText(z.looseObject({ body: z.string() }).parse(body).body),
  image: media('image'),
  video: media('video'),
  audio: media('audio'),
  voice: media('audio'),
  document: media('document'),
  sticker: media('sticker'),
  location: (body) => {
    const { latitude, longitude, name, address } = locationSchema.parse(body);
    const label = [name, address].filter(Boolean).join(', ');
    return { ...onlyText(''), location: { latitude, longitude, ...(label ? { label } : {}) } };
  },
  contacts: (body) => ({ text: '', attachments: contactCards(body).map(({ attachment }) => attachment) }),
  interactive: (body) => onlyText(interactiveText(body)),
  button: (body) => onlyText(z.looseObject({ text: z.string() }).parse(body).text),
  order: (body) => onlyText(orderText(body)),
  /** A file of the history: its id follows in a delivery of its own, when it is not too old. */
  media_placeholder: () => ({ text: '', attachments: [{ kind: 'other', description: 'Media' }] }),
};

/**
 * @throws ConnectorError `payload-unrecognised` for a kind or shape that is new; what WhatsApp itself does not hand on
 * (polls, view-once files) becomes a message that says so, as the citizen did write
 */
export function contentOf(source: ContentSource): WhatsAppContent {
  const { type } = source;
  const body = source[type];
  if (type === 'unsupported' || type === 'unknown' || (body === undefined && source.errors?.length)) {
    return withheld(source);
  }
  const read = READERS[type];
  if (!read) throw unrecognised(`a message of type "${type}"`);
  try {
    return read(body);
  } catch {
    throw unrecognised(`the content of a message of type "${type}"`);
  }
}

export function unrecognised(what: string): ConnectorError {
  return new ConnectorError('payload-unrecognised', `Unknown shape of WhatsApp: ${what}`);
}

function withheld(source: ContentSource): WhatsAppContent {
  const { type } = z
    .looseObject({ type: optionalText })
    .catch({ type: undefined })
    .parse(source['unsupported']);
  const kind = type ?? (source.type === 'interactive' ? 'interactive' : undefined);
  const description = kind ?? source.errors?.[0]?.title ?? 'Message type unknown';
  return { text: '', attachments: [{ kind: 'other', description }], notes: ['content-withheld'] };
}

function onlyText(text: string): WhatsAppContent {
  return { text, attachments: [] };
}

function media(kind: AttachmentKind) {
  return (body: unknown): WhatsAppContent => {
    const { id, mime_type: mimeType, caption, filename } = mediaSchema.parse(body);
    // "audio/ogg; codecs=opus"
    const type = mimeType?.split(';')[0]?.trim();
    return {
      text: caption ?? '',
      attachments: [
        {
          kind,
          externalId: id,
          ...(type ? { mimeType: type } : {}),
          ...(filename ? { fileName: filename } : {}),
        },
      ],
    };
  };
}

function orderText(body: unknown): string {
  const { text, product_items: items } = orderSchema.parse(body);
  const lines = items.map(({ product_retailer_id: product, quantity, item_price: price, currency }) =>
    price === undefined
      ? `${quantity} × ${product}`
      : `${quantity} × ${product} (${currency ?? ''} ${price})`,
  );
  return [...(text ? [text] : []), ...lines].join('\n');
}
