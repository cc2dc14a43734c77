import { setTimeout as delay } from 'node:timers/promises';
import { ConnectorError } from '@app/connector-kit';

/** Longer than this nobody waits in line: the answer comes back later. */
const LONGEST_WAIT_MS = 10_000;

/** Spreads sending evenly: nobody goes sooner after the one before than the rate allows. */
export class Pace {
  private nextAt = 0;

  /**
   * Resolves when it is the caller's turn.
   * @throws ConnectorError `rate-limited` when the line is too long, or `signal` has aborted: nothing is sent then
   */
  async turn(perSecond: number, signal?: AbortSignal): Promise<void> {
    const now = Date.now();
    const at = Math.max(now, this.nextAt);
    if (at - now > LONGEST_WAIT_MS) {
      const message = `More SMS wait than ${perSecond} a second allow; this one goes later`;
      throw new ConnectorError('rate-limited', message, { until: new Date(at) });
    }
    this.nextAt = at + 1000 / perSecond;
    if (at > now) await delay(at - now, undefined, { signal }).catch(() => undefined);
    if (signal?.aborted) {
      throw new ConnectorError('rate-limited', 'Sending was stopped before the SMS had left', {
        until: new Date(Date.now() + 1000),
      });
    }
  }
}
