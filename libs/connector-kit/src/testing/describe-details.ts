import { describe, expect, it } from '@jest/globals';
import { FAILURES, PULL_FAILURE_CODES, type DetailsContract } from './connector-contract.js';
import { idsOf } from './event-ids.js';
import { expectFailure, type PlatformUnderTest } from './platform-under-test.js';
import { TEST_NOW } from './test-context.js';

export function describeDetails<Settings>(
  platform: PlatformUnderTest<Settings>,
  contract: DetailsContract,
): void {
  const { connector } = platform.contract;
  const source = connector.details;
  if (!source) return;
  const event = { receivedAt: TEST_NOW, ...contract.event };
  const codes = { ...PULL_FAILURE_CODES, ...contract.failures };

  describe('details', () => {
    it('are asked for where they are missing, and complete the message', async () => {
      expect(source.isNeeded(event)).toBe(true);
      const events = await source.fetch(event, platform.playing(contract.answers));
      const told = events.map((one) => {
        if (one.status !== 'readable') throw new Error('Details that cannot be read');
        return { receivedAt: TEST_NOW, ...one };
      });
      expect(told.map((one) => source.isNeeded(one))).not.toContain(true);
      expect(told.map((one) => connector.normalise(one))).toEqual(contract.expected);
      expect(idsOf(await source.fetch(event, platform.playing(contract.answers)))).toEqual(idsOf(events));
    });

    it('that are gone say so', async () => {
      await expectFailure(platform, platform.playing(contract.gone), 'media-gone', (at) =>
        source.fetch(event, at),
      );
    });

    it.each(FAILURES)('tell what a failure means: %s', async (failure) => {
      await expectFailure(platform, platform.failing(failure), codes[failure], (at) =>
        source.fetch(event, at),
      );
    });
  });
}
