import { describe, expect, it } from '@jest/globals';
import { FAILURES, PULL_FAILURE_CODES, type BackfillContract } from './connector-contract.js';
import { idsOf } from './event-ids.js';
import { expectFailure, type PlatformUnderTest } from './platform-under-test.js';

export function describeBackfill<Settings>(
  platform: PlatformUnderTest<Settings>,
  contract: BackfillContract,
): void {
  const { backfill } = platform.contract.connector;
  if (!backfill) return;
  const { span, page, settings } = contract;
  const codes = { ...PULL_FAILURE_CODES, ...contract.failures };

  describe('backfill', () => {
    it('says how far back it reaches', () => {
      expect(backfill.reachMs ?? Infinity).toBeGreaterThan(0);
    });

    it('fetches what lies in the span, and names it alike when it is fetched again', async () => {
      const first = await backfill.fetchPage(span, null, platform.playing(page.answers, settings));
      const { events, ...place } = first;
      expect(idsOf(events)).toEqual(page.externalIds);
      expect(place).toEqual({ nextCursor: page.nextCursor, hasMore: page.hasMore });
      const again = await backfill.fetchPage(span, null, platform.playing(page.answers, settings));
      expect(again).toEqual(first);
    });

    it.each(FAILURES)('tells what a failure means: %s', async (failure) => {
      const context = platform.failing(failure, settings);
      await expectFailure(platform, context, codes[failure], (at) => backfill.fetchPage(span, null, at));
    });
  });
}
