import { describe, expect, it } from '@jest/globals';
import { ConnectorError } from '@app/connector-kit';
import { watch } from './whatsapp-web.watchdog.js';

const PATIENT = 10;

/** @returns after how many questions, a minute apart in earnest, the page was given up; null when it was not */
async function questionsUntilDead(states: readonly (string | Error)[]): Promise<number | null> {
  let asked = 0;
  let stop = (): void => undefined;
  const outcome = await new Promise<number | null>((resolve) => {
    const state = async (): Promise<string> => {
      const answer = states[Math.min(asked++, states.length - 1)];
      if (asked > PATIENT) resolve(null);
      if (answer instanceof Error) throw answer;
      return answer ?? '';
    };
    stop = watch({ state }, () => resolve(asked), 1);
  });
  stop();
  return outcome;
}

describe('the watch over an open page', () => {
  it('leaves a page alone that is connected, or mends itself', async () => {
    expect(await questionsUntilDead(['CONNECTED'])).toBeNull();
    expect(
      await questionsUntilDead(['CONNECTED', 'TIMEOUT', 'CONNECTED', 'OPENING', 'CONNECTED']),
    ).toBeNull();
  });

  it('gives a page up that is dead or cut off, well within five minutes', async () => {
    expect(await questionsUntilDead([new ConnectorError('transient', 'does not answer')])).toBe(2);
    expect(await questionsUntilDead(['CONNECTED', 'TIMEOUT'])).toBe(3);
  });
});
