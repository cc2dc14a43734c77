import { setTimeout as delay } from 'node:timers/promises';
import { ConnectorError, type RateRule } from '@app/connector-kit';
import type { SmsContext } from './sms.kannel-api.js';

/** What the SMSC counts: every SMS, of whatever answer. */
const BUCKET = 'sms';

/** Before the first SMS of an answer. @throws ConnectorError `rate-limited` with `isPaced`: nothing was sent */
export async function takeTurn(context: SmsContext): Promise<void> {
  await context.limits.take(BUCKET, ruleOf(context));
}

/**
 * Before each further SMS of an answer, which cannot be put off any more: waits.
 * @throws ConnectorError `rate-limited` when the time for sending has run out
 */
export async function waitTurn(context: SmsContext): Promise<void> {
  for (;;) {
    try {
      return await takeTurn(context);
    } catch (error) {
      if (!(error instanceof ConnectorError) || !error.until || context.signal.aborted) throw error;
      const waitMs = Math.max(error.until.getTime() - context.now().getTime(), 0);
      await delay(waitMs, undefined, { signal: context.signal }).catch(() => undefined);
    }
  }
}

/** The SMSC asks to wait: every worker waits. */
export async function noteThrottled(context: SmsContext, resetsAt: Date): Promise<void> {
  await context.limits.observe(BUCKET, { remaining: 0, resetsAt });
}

function ruleOf({ settings }: SmsContext): RateRule {
  return { limit: settings.messagesPerSecond, perMs: 1000 };
}
