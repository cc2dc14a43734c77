import type { MessageContext } from './whatsapp-web.payload.js';

export const isGroup = (wid: string): boolean => wid.endsWith('@g.us');
export const isLid = (wid: string): boolean => wid.endsWith('@lid');

/** Status updates and channels: broadcast to followers, not written to us. */
export const isBroadcast = (wid: string): boolean =>
  wid.endsWith('@broadcast') || wid.endsWith('@newsletter');

/**
 * WhatsApp is moving accounts from ids with the phone number (`@c.us`) to ids without (`@lid`), and the same person
 * comes under either. The one with the number is kept where it is known, so that both are one contact.
 */
export function steadyId(wid: string, { people }: MessageContext): string {
  return (isLid(wid) && people?.[wid]?.phone) || wid;
}

/** E.164, where the id has the number. */
export function phoneOf(wid: string): string | undefined {
  const digits = /^([1-9]\d{6,14})(?::\d+)?@(?:c\.us|s\.whatsapp\.net)$/.exec(wid)?.[1];
  return digits && `+${digits}`;
}
