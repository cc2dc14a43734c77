import { describe, expect, it } from '@jest/globals';
import { ChangeBatches, type ChangeBatch } from './change-batches.js';

const change = (entityId: string, topic: 'report' | 'connection' = 'report') => ({
  topic,
  entityId,
  kind: 'created',
});

function collect(intervalMs: number) {
  const given: ChangeBatch[] = [];
  let tell: () => void = () => undefined;
  const batches = new ChangeBatches((batch) => {
    given.push(batch);
    tell();
  }, intervalMs);
  const next = () => new Promise<void>((resolve) => (tell = resolve));
  return { batches, given, next };
}

describe('ChangeBatches', () => {
  it('gives a single change without waiting, and a burst after it as one look', async () => {
    const { batches, given, next } = collect(60);
    const startedAt = Date.now();
    batches.add(change('a'));
    await next();
    expect(Date.now() - startedAt).toBeLessThan(50);
    ['b', 'c', 'b'].forEach((id) => batches.add(change(id)));
    batches.add(change('k', 'connection'));
    await next();
    expect(given.map(({ reportIds }) => [...reportIds])).toEqual([['a'], ['b', 'c']]);
    expect([...(given[1]?.topics ?? [])]).toEqual(['report', 'connection']);
    expect(Date.now() - startedAt).toBeGreaterThanOrEqual(55);
  });

  it('says once that everything is to be loaded afresh', async () => {
    const { batches, given, next } = collect(5);
    batches.reset();
    await next();
    batches.add(change('a'));
    await next();
    expect(given.map(({ isReset }) => isReset)).toEqual([true, false]);
  });
});
