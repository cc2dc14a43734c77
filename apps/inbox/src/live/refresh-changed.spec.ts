import { describe, expect, it } from '@jest/globals';
import { QueryClient, QueryObserver } from '@tanstack/react-query';
import { reportKey } from '../api/query-keys.js';
import { refreshChanged } from './refresh-changed.js';

const CHANGED = { reportIds: new Set(['r1']), topics: new Set<never>(), isReset: false };

describe('refreshChanged', () => {
  it('asks again for a report that changed while it was loaded for the first time', async () => {
    const queryClient = new QueryClient();
    const answers: ((words: string) => void)[] = [];
    const observer = new QueryObserver<string>(queryClient, {
      queryKey: reportKey('r1'),
      queryFn: () => new Promise((resolve) => answers.push(resolve)),
    });
    const seen: (string | undefined)[] = [];
    const stop = observer.subscribe(({ data }) => seen.push(data));

    refreshChanged(queryClient, CHANGED);
    answers[0]?.('without the picture');
    await until(() => answers.length === 2);
    answers[1]?.('with the picture');
    await until(() => seen.at(-1) === 'with the picture');

    expect(answers).toHaveLength(2);
    stop();
    queryClient.clear();
  });
});

async function until(isSo: () => boolean): Promise<void> {
  for (let turn = 0; turn < 100 && !isSo(); turn++) await new Promise((resolve) => setImmediate(resolve));
  expect(isSo()).toBe(true);
}
