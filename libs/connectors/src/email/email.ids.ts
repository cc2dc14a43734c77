import { createHash } from 'node:crypto';

const OUR_ID = /^<wadah\.[0-9a-f]{32}@[^<>\s@]+>$/;
const OUR_IDS = /<wadah\.[0-9a-f]{32}@[^<>\s@]+>/;

/** The Message-ID of an answer: the same for every attempt, so that sending twice can be seen. */
export function messageIdFor(idempotencyKey: string, domain: string): string {
  return `<wadah.${digest(idempotencyKey)}@${domain}>`;
}

export function isOurMessageId(id: string): boolean {
  return OUR_ID.test(id);
}

/** The first of our Message-IDs that stands in a text. */
export function ourMessageIdIn(text: string): string | undefined {
  return OUR_IDS.exec(text)?.[0];
}

/** 32 hexadecimal digits. */
export function digest(...parts: (string | Buffer)[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part).update('\0');
  return hash.digest('hex').slice(0, 32);
}
