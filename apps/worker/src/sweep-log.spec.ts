import { describe, expect, it } from '@jest/globals';
import { SweepLog } from './sweep-log.js';

describe('the log of sweeps', () => {
  it('keeps the last run of each, and the last failure also after a run that went well', () => {
    const log = new SweepLog();
    log.started('media', 5_000)(new Error('disk full'));
    const end = log.started('media', 5_000);
    log.started('ledger', 2_000);
    end();
    expect(log.runs).toMatchObject([
      { name: 'media', everyMs: 5_000, tookMs: expect.any(Number), failure: 'Error: disk full' },
      { name: 'ledger', endedAt: null, tookMs: null, failure: null },
    ]);
    const [media] = log.runs;
    expect(Date.parse(media?.endedAt ?? '')).toBeGreaterThanOrEqual(Date.parse(media?.failedAt ?? ''));
  });
});
