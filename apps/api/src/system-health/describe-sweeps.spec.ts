import { describe, expect, it } from '@jest/globals';
import type { SeenProcess, SweepRun } from '@app/database';
import { describeSweeps } from './describe-sweeps.js';

const NOW = Date.parse('2026-03-02T08:00:00.000Z');
const at = (secondsAgo: number) => new Date(NOW - secondsAgo * 1_000).toISOString();
const run = (changes: Partial<SweepRun>): SweepRun => ({
  name: 'media',
  everyMs: 5_000,
  startedAt: at(4),
  endedAt: at(3),
  tookMs: 1_000,
  failedAt: null,
  failure: null,
  ...changes,
});
const worker = (silentSeconds: number, ...sweeps: SweepRun[]): SeenProcess => ({
  id: '01999999-0000-7000-8000-000000000001',
  kind: 'worker',
  host: 'balai',
  pid: 1,
  startedAt: new Date(NOW),
  seenAt: new Date(NOW),
  silentSeconds,
  sweeps,
});
const states = (...processes: SeenProcess[]) =>
  describeSweeps(processes, NOW).map(({ name, state }) => [name, state]);

describe('sweeps', () => {
  it('are well while they run in their time, failed when the last run failed, late when they stand still', () => {
    const sweeps = [
      run({}),
      run({ name: 'ledger', failedAt: at(3), failure: 'Error' }),
      run({ name: 'pulls', startedAt: at(301), endedAt: at(300) }),
      run({ name: 'replies', failedAt: at(60), failure: 'Error' }),
      run({ name: 'bulk', startedAt: at(300), endedAt: at(301) }),
    ];
    expect(states(worker(1, ...sweeps))).toEqual([
      ['bulk', 'late'],
      ['ledger', 'failed'],
      ['media', 'ok'],
      ['pulls', 'late'],
      ['replies', 'ok'],
    ]);
  });

  it('are those of the worker that ran last, never of one that is gone', () => {
    const late = run({ startedAt: at(400), endedAt: at(399) });
    expect(states(worker(1, late), worker(2, run({})))).toEqual([['media', 'ok']]);
    expect(states(worker(1, late), worker(31, run({})))).toEqual([['media', 'late']]);
  });
});
