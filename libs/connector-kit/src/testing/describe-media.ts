import { describe, expect, it } from '@jest/globals';
import { FAILURES, PULL_FAILURE_CODES, type MediaContract } from './connector-contract.js';
import { expectFailure, type PlatformUnderTest } from './platform-under-test.js';
import { TEST_NOW } from './test-context.js';

const ENOUGH_BYTES = 1_000_000;

export function describeMedia<Settings>(
  platform: PlatformUnderTest<Settings>,
  contract: MediaContract,
): void {
  const source = platform.contract.connector.media;
  if (!source) return;
  const { attachment, messageExternalId, file, goneEvent } = contract;
  const event = contract.event ? { receivedAt: TEST_NOW, ...contract.event } : null;
  const request = { attachment, messageExternalId, event, maxBytes: ENOUGH_BYTES };
  const codes = { ...PULL_FAILURE_CODES, ...contract.failures };

  describe('media', () => {
    it('come byte for byte', async () => {
      const content = await source.fetch(request, platform.playing(file.answers));
      expect(content.body.equals(file.body)).toBe(true);
    });

    it('that are gone or too large say so', async () => {
      const gone = goneEvent ? { ...request, event: { receivedAt: TEST_NOW, ...goneEvent } } : request;
      await expectFailure(platform, platform.playing(contract.gone), 'media-gone', (at) =>
        source.fetch(gone, at),
      );
      await expectFailure(platform, platform.playing(file.answers), 'media-too-large', (at) =>
        source.fetch({ ...request, maxBytes: file.body.length - 1 }, at),
      );
    });

    it.each(FAILURES)('tell what a failure means: %s', async (failure) => {
      if (goneEvent) {
        const content = await source.fetch(request, platform.failing(failure));
        return expect(content.body.equals(file.body)).toBe(true);
      }
      await expectFailure(platform, platform.failing(failure), codes[failure], (at) =>
        source.fetch(request, at),
      );
    });
  });
}
