import { setTimeout as delay } from 'node:timers/promises';

const PAUSE_MS = 25;

/**
 * Asks again until the answer is neither null, undefined nor false.
 * @throws Error with the last answer or failure, after `limitMs`
 */
export async function eventually<Answer>(
  what: string,
  ask: () => Promise<Answer>,
  limitMs = 90_000,
): Promise<NonNullable<Answer>> {
  const end = Date.now() + limitMs;
  for (;;) {
    const answer = await ask();
    if (answer !== null && answer !== undefined && answer !== false) return answer;
    if (Date.now() > end) throw new Error(`${what}: not within ${limitMs} ms`);
    await delay(PAUSE_MS);
  }
}
