import type { Succession } from '@app/connector-kit';

const PRIVATE_CHAT = /^([1-9]\d{6,14})@c\.us$/;

/** WhatsApp Web names people by their number, as this channel does; ids without number, and groups, cannot follow. */
const numberOf = (externalId: string): string | null => PRIVATE_CHAT.exec(externalId)?.[1] ?? null;

export const afterWhatsappWeb: Succession = {
  channel: 'whatsapp-web',
  identity: numberOf,
  conversation: numberOf,
};
