/** Longest text kept in a message; the raw event keeps the rest. Unit: UTF-16 units. */
export const MAX_MESSAGE_TEXT = 100_000;

/** NUL and lone surrogates cannot be stored by PostgreSQL: each becomes U+FFFD. Line ends become \n. */
export function cleanText(text: string): string {
  return text.toWellFormed().replaceAll('\0', '\uFFFD').replace(/\r\n?/g, '\n');
}

/** Clean and no longer than {@link MAX_MESSAGE_TEXT}, never cut inside a surrogate pair. */
export function storableText(text: string): { text: string; truncated: boolean } {
  if (text.length <= MAX_MESSAGE_TEXT) return { text: cleanText(text), truncated: false };
  return { text: cleanText(text.slice(0, MAX_MESSAGE_TEXT)), truncated: true };
}

const EARLIEST = Date.UTC(2000, 0, 1);
const TOLERATED_CLOCK_SKEW_MS = 10 * 60_000;

/**
 * The time a message was sent, as far as it can be believed: a time before 2000 or more than ten minutes after we
 * received it is replaced by the time of receipt.
 */
export function plausibleSentAt(sentAt: Date, receivedAt: Date): { sentAt: Date; implausible: boolean } {
  const time = sentAt.getTime();
  if (Number.isNaN(time) || time < EARLIEST || time > receivedAt.getTime() + TOLERATED_CLOCK_SKEW_MS) {
    return { sentAt: receivedAt, implausible: true };
  }
  return { sentAt, implausible: false };
}
