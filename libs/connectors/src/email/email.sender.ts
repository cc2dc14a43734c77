import { parseTicketCode } from '@app/report-model';
import type { MailAddress, ParsedMail } from '@app/mail-parsing';

const NO_REPLY = /^(no-?_?reply|do-?not-?reply|jangan-?balas|tidak-?balas|mailer-daemon|wordpress)(\+.*)?@/;

/** Whether answers to this address reach nobody. */
export function isNoReply(address: string): boolean {
  return NO_REPLY.test(address);
}

/** Whether an address is one of these, with or without a tag (`aduan+A3F-7KMG@…`). */
export function isOwn(address: string, ownAddresses: readonly string[]): boolean {
  return ownAddresses.includes(withoutTag(address)) || ownAddresses.includes(address);
}

/**
 * Who wrote. A form on a website sends in its own name and gives the citizen as the one to answer; such a mail is the
 * citizen's. Empty address: the mail names nobody.
 */
export function authorOf(mail: ParsedMail, ownAddresses: readonly string[]): MailAddress {
  const from = mail.from[0];
  const citizen = mail.replyTo.find(({ address }) => !isOwn(address, ownAddresses) && !isNoReply(address));
  if (citizen && (!from || isNoReply(from.address) || isOwn(from.address, ownAddresses))) return citizen;
  return from ?? { name: '', address: '' };
}

/** Where an answer goes. */
export function answerAddress(
  mail: ParsedMail,
  author: MailAddress,
  ownAddresses: readonly string[],
): string {
  const wanted = mail.replyTo.find(({ address }) => !isOwn(address, ownAddresses));
  return (wanted ?? author).address;
}

/** The ticket code that one of our own addresses carries as its tag. */
export function ticketTag(mail: ParsedMail, ownAddresses: readonly string[]): string | undefined {
  const { 'delivered-to': delivered = [], 'x-original-to': original = [] } = mail.headers;
  const reached = [...mail.to.map(({ address }) => address), ...delivered, ...original];
  for (const address of reached.map((one) =>
    one
      .slice(0, 320)
      .toLowerCase()
      .replace(/[<>\s]/g, ''),
  )) {
    const tag = /\+([^+@]+)@/.exec(address)?.[1];
    const code = tag && isOwn(address, ownAddresses) ? parseTicketCode(tag) : null;
    if (code) return code;
  }
  return undefined;
}

/** @returns `aduan+A3F-7KMG@pemda.example` for `aduan@pemda.example` */
export function withTag(address: string, tag: string): string {
  const at = address.lastIndexOf('@');
  return `${address.slice(0, at)}+${tag}${address.slice(at)}`;
}

function withoutTag(address: string): string {
  return address.replace(/\+[^@]*(?=@)/, '');
}
