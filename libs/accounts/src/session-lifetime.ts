const HOUR_MS = 3_600_000;
/** A session ends this long after it was last used ... */
const IDLE_MS = 12 * HOUR_MS;
/** ... and at the latest this long after signing in. */
export const SESSION_LIFETIME_MS = 7 * 24 * HOUR_MS;
/** Writing on each request would cost a row version each; the idle time is that much less exact. */
const WRITE_EVERY_MS = 60_000;

/** When a session ends if it is not used again. */
export function sessionEnd(createdAt: Date, now: Date): Date {
  return new Date(Math.min(now.getTime() + IDLE_MS, createdAt.getTime() + SESSION_LIFETIME_MS));
}

export function needsProlonging(lastSeenAt: Date, now: Date): boolean {
  return now.getTime() - lastSeenAt.getTime() >= WRITE_EVERY_MS;
}
