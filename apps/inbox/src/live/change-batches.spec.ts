import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { ChangeBatches, type ChangeBatch } from './change-batches.js';

const change = (entityId: string, topic: 'report' | 'connection' = 'report') => ({
  topic,
  entityId,
  kind: 'created',
});

function collect(intervalMs: number) {
  const given: ChangeBatch[] = [];
  return { batches: new ChangeBatches((batch) => given.push(batch), intervalMs), given };
}

describe('ChangeBatches', () => {
  beforeEach(() => void jest.useFakeTimers());
  afterEach(() => void jest.useRealTimers());

  it('gives a single change without waiting, and a burst after it as one look', () => {
    const { batches, given } = collect(60);
    batches.add(change('a'));
    jest.advanceTimersByTime(0);
    expect(given).toHaveLength(1);
    ['b', 'c', 'b'].forEach((id) => batches.add(change(id)));
    batches.add(change('k', 'connection'));
    jest.advanceTimersByTime(59);
    expect(given).toHaveLength(1);
    jest.advanceTimersByTime(1);
    expect(given.map(({ reportIds }) => [...reportIds])).toEqual([['a'], ['b', 'c']]);
    expect([...(given[1]?.topics ?? [])]).toEqual(['report', 'connection']);
  });

  it('says once that everything is to be loaded afresh', () => {
    const { batches, given } = collect(5);
    batches.reset();
    jest.advanceTimersByTime(0);
    batches.add(change('a'));
    jest.advanceTimersByTime(5);
    expect(given.map(({ isReset }) => isReset)).toEqual([true, false]);
  });
});
