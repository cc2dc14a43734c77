import { describe, expect, it } from '@jest/globals';
import { FAILURES, replyFailureCodes, type ReplyContract } from './connector-contract.js';
import { expectFailure, type PlatformUnderTest } from './platform-under-test.js';

export function describeReplies<Settings>(
  platform: PlatformUnderTest<Settings>,
  contract: ReplyContract,
): void {
  const replies = platform.contract.connector.replies;
  if (!replies) return;
  const { reply, accepted } = contract;
  const codes = { ...replyFailureCodes(replies.isIdempotent), ...contract.failures };

  describe('replies', () => {
    it('are possible to the conversation under test and fit the platform', () => {
      const now = platform.playing({ status: 404 }).now();
      expect(replies.availability(reply, now)).toMatchObject({ isAllowed: true });
      expect(replies.countLength('')).toBe(0);
      expect(replies.countLength(reply.text)).toBeLessThanOrEqual(replies.maxTextLength);
    });

    it('come back with the id that the platform gave', async () => {
      const sent = await replies.send(reply, platform.playing(accepted.answers));
      expect(sent).toMatchObject({ externalId: accepted.externalId });
      expect(['sent', 'delivered']).toContain(sent.status);
    });

    it.each(FAILURES)('tell what a failure means: %s', async (failure) => {
      const context = platform.failing(failure);
      if (!platform.contract.health) {
        const sent = await replies.send(reply, context);
        return expect(sent.externalId).toBe(accepted.externalId);
      }
      await expectFailure(platform, context, codes[failure], (at) => replies.send(reply, at));
    });

    for (const [name, { answers, code }] of Object.entries(contract.furtherFailures ?? {})) {
      it(`tell what a failure means: ${name}`, async () => {
        const context = platform.playing(answers);
        await expectFailure(platform, context, code, (at) => replies.send(reply, at));
      });
    }

    if (!replies.isIdempotent) {
      it('are not sent again behind the back of the host when the connection is cut', async () => {
        const context = platform.playing('cut');
        await expectFailure(platform, context, contract.cut ?? 'outcome-unknown', (at) =>
          replies.send(reply, at),
        );
        expect(platform.requestCount).toBe(1);
      });
    }
  });
}
