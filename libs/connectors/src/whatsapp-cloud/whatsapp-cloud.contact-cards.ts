import type { InboundAttachment } from '@app/report-model';
import { z } from 'zod';

const optionalText = z.string().optional().catch(undefined);
const cardSchema = z.looseObject({
  origin: optionalText,
  vcard: optionalText.nullable(),
  name: z.looseObject({ formatted_name: optionalText }).optional().catch(undefined),
  phones: z
    .array(z.looseObject({ phone: optionalText, wa_id: optionalText }))
    .optional()
    .catch(undefined),
});

export interface ContactCard {
  readonly attachment: InboundAttachment;
  /** E.164. */
  readonly phone?: string;
  /** The citizen's own number, given when asked for it. */
  readonly isOwn: boolean;
}

/** Contacts that a citizen shared; why stands with each of them, or once for all. */
export function contactCards(body: unknown, sharedOrigin?: unknown): ContactCard[] {
  return z
    .array(cardSchema)
    .parse(body)
    .map(({ origin, vcard, name, phones }) => {
      const numbers = (phones ?? []).map(({ phone, wa_id: waId }) => e164(waId) ?? phone).filter(Boolean);
      const label = name?.formatted_name ?? /^FN:(.*)$/m.exec(vcard ?? '')?.[1]?.trim();
      const phone = e164(phones?.[0]?.wa_id ?? phones?.[0]?.phone);
      return {
        attachment: { kind: 'contact', description: [label, ...numbers].filter(Boolean).join(', ') },
        ...(phone ? { phone } : {}),
        isOwn: String(origin ?? sharedOrigin).startsWith('contact_request'),
      };
    });
}

/** WhatsApp gives numbers with their country code, without the plus sign. */
export function e164(number: string | undefined): string | undefined {
  const digits = (number ?? '').replace(/[\s()+.-]/g, '');
  return /^[1-9]\d{6,14}$/.test(digits) ? `+${digits}` : undefined;
}
