import { describe, expect, it } from '@jest/globals';
import { FAILURES, PULL_FAILURE_CODES, type PullContract } from './connector-contract.js';
import { idsOf } from './event-ids.js';
import { expectFailure, type PlatformUnderTest } from './platform-under-test.js';

export function describePull<Settings>(platform: PlatformUnderTest<Settings>, contract: PullContract): void {
  const pull = platform.contract.connector.pull;
  if (!pull) return;
  const { cursor, page, settings } = contract;
  const codes = { ...PULL_FAILURE_CODES, ...contract.failures };

  describe('pull', () => {
    it('is switched on by its settings and says how long it rests', () => {
      const context = platform.playing({ status: 404 }, settings);
      expect(pull.isEnabled(context.settings)).toBe(true);
      expect(pull.pauseMs(context.settings)).toBeGreaterThanOrEqual(0);
    });

    it('reads a page and moves the cursor behind it', async () => {
      const { events, ...place } = await pull.fetchPage(cursor, platform.playing(page.answers, settings));
      expect(idsOf(events)).toEqual(page.externalIds);
      expect(place).toEqual({ nextCursor: page.nextCursor, hasMore: page.hasMore });
    });

    it('names the events of a page alike when it is fetched again', async () => {
      const first = await pull.fetchPage(cursor, platform.playing(page.answers, settings));
      const again = await pull.fetchPage(cursor, platform.playing(page.answers, settings));
      expect(again).toEqual(first);
    });

    it('leaves the cursor where it is when there is nothing new', async () => {
      const { events, nextCursor, hasMore } = await pull.fetchPage(
        cursor,
        platform.playing(contract.emptyPage, settings),
      );
      expect(events).toEqual([]);
      expect([null, cursor]).toContain(nextCursor);
      expect(hasMore).toBe(false);
    });

    const mixed = contract.pageWithUnreadable;
    if (mixed) {
      it('keeps the neighbours of an unreadable item', async () => {
        expect(mixed.externalIds.slice(1, -1)).toContain(null);
        const { events } = await pull.fetchPage(cursor, platform.playing(mixed.answers, settings));
        expect(idsOf(events)).toEqual(mixed.externalIds);
      });
    }

    it.each(FAILURES)('tells what a failure means: %s', async (failure) => {
      const context = platform.failing(failure, settings);
      await expectFailure(platform, context, codes[failure], (at) => pull.fetchPage(cursor, at));
    });

    for (const [name, { answers, code }] of Object.entries(contract.furtherFailures ?? {})) {
      it(`tells what a failure means: ${name}`, async () => {
        const context = platform.playing(answers, settings);
        await expectFailure(platform, context, code, (at) => pull.fetchPage(cursor, at));
      });
    }

    it('takes an answer that is not what was asked for as a failure, not as silence', async () => {
      const context = platform.playing({ body: '<html>Selamat datang di WiFi kantor</html>' }, settings);
      await expect(pull.fetchPage(cursor, context)).rejects.toMatchObject({ name: 'ConnectorError' });
    });

    it('stops waiting when the host says so', async () => {
      const stop = new AbortController();
      const context = { ...platform.playing('hang', settings), signal: stop.signal };
      const fetching = pull.fetchPage(cursor, context);
      stop.abort();
      await expect(fetching).rejects.toMatchObject({ name: 'ConnectorError', code: 'transient' });
    });
  });
}
