import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { ConnectorError } from '@app/connector-kit';
import { watch } from './whatsapp-web.watchdog.js';

const MINUTE_MS = 60_000;

describe('the watch over an open page', () => {
  let stop = (): void => undefined;
  afterEach(() => {
    stop();
    jest.useRealTimers();
  });

  /** @returns after how many minutes the page was given up; null after ten */
  async function minutesUntilDead(states: readonly (string | Error)[]): Promise<number | null> {
    jest.useFakeTimers();
    let asked = 0;
    const dead: ConnectorError[] = [];
    const state = async (): Promise<string> => {
      const answer = states[Math.min(asked++, states.length - 1)];
      if (answer instanceof Error) throw answer;
      return answer ?? '';
    };
    stop = watch({ state }, (error) => dead.push(error));
    for (let minute = 1; minute <= 10; minute++) {
      await jest.advanceTimersByTimeAsync(MINUTE_MS);
      if (dead[0]) return minute;
    }
    return null;
  }

  it('leaves a page alone that is connected, or mends itself', async () => {
    expect(await minutesUntilDead(['CONNECTED'])).toBeNull();
    stop();
    expect(await minutesUntilDead(['CONNECTED', 'TIMEOUT', 'CONNECTED', 'OPENING', 'CONNECTED'])).toBeNull();
  });

  it('gives a page up that is dead or cut off, well within five minutes', async () => {
    expect(await minutesUntilDead([new ConnectorError('transient', 'does not answer')])).toBe(2);
    stop();
    expect(await minutesUntilDead(['CONNECTED', 'TIMEOUT'])).toBe(3);
  });
});
