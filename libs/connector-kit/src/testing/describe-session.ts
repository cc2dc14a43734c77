import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { ConnectorError } from '../errors.js';
import {
  FAILURES,
  PULL_FAILURE_CODES,
  type SessionContract,
  type SessionPeer,
} from './connector-contract.js';
import { expectFailure, type PlatformUnderTest } from './platform-under-test.js';
import { dropKeep, makeKeep, SessionRun, type SessionKeep } from './session-run.js';

export function describeSession<Settings>(
  platform: PlatformUnderTest<Settings>,
  { settings, scripted, peer: startPeer }: SessionContract,
): void {
  const source = platform.contract.connector.session;
  if (!source) return;
  let keep: SessionKeep;
  beforeEach(async () => {
    keep = await makeKeep();
  });
  afterEach(() => dropKeep(keep));

  describe('session', () => {
    it('is switched on by its settings and tested against something', () => {
      expect(source.isEnabled(platform.playing({ status: 404 }, settings).settings)).toBe(true);
      expect(scripted ?? startPeer).toBeDefined();
    });

    if (scripted) {
      it('opens, and closes when the host says so', async () => {
        const run = new SessionRun(source, platform.playing(scripted.open, settings), keep);
        await run.until('open', () => run.isOpen);
        expect(await run.stop()).toBeNull();
      });

      it('closes when the host says so, even while it is being opened', async () => {
        const run = new SessionRun(source, platform.playing('hang', settings), keep);
        expect(await run.stop()).toBeNull();
      });

      const codes = { ...PULL_FAILURE_CODES, ...scripted.failures };
      it.each(FAILURES)('tells what a failure means: %s', async (failure) => {
        await expectFailure(platform, platform.failing(failure, settings), codes[failure], async (at) => {
          const end = await new SessionRun(source, at, keep).ended;
          if (end) throw end.error;
        });
      });
    }

    if (startPeer) describeWithPeer(platform, startPeer, () => keep);
  });
}

function describeWithPeer<Settings>(
  platform: PlatformUnderTest<Settings>,
  startPeer: () => Promise<SessionPeer | null>,
  keep: () => SessionKeep,
): void {
  let peer: SessionPeer | null;
  beforeAll(async () => {
    peer = await startPeer();
  });
  afterAll(async () => peer?.stop());

  const withPeer = (test: (peer: SessionPeer, open: typeof openRun) => Promise<void>) => async () => {
    if (peer) await test(peer, openRun);
  };
  const openRun = async (canStore = true): Promise<SessionRun<Settings>> => {
    const { session } = platform.contract.connector;
    if (!session || !peer) throw new Error('Nothing to open');
    const context = platform.playing({ status: 404 }, peer.settings);
    const run = new SessionRun(session, context, keep(), canStore);
    await run.until('open', () => run.isOpen);
    return run;
  };

  it(
    'stores what comes in, and what comes while it is closed, each once by its id',
    withPeer(async (at, open) => {
      const first = await open();
      const ids = [await at.produce()];
      await first.until('the event', () => first.storedIds.includes(ids[0] ?? ''));
      expect(await first.stop()).toBeNull();
      ids.push(await at.produce());
      const second = await open();
      await second.until('the missed event', () => second.storedIds.includes(ids[1] ?? ''));
      expect(await second.stop()).toBeNull();
      const all = new Set([...first.storedIds, ...second.storedIds]);
      expect([...all].filter((id) => ids.includes(id ?? ''))).toEqual(ids);
    }),
  );

  it(
    'leaves with the platform what could not be stored',
    withPeer(async (at, open) => {
      const full = await open(false);
      const id = await at.produce();
      await full.until('a refusal', () => full.refused > 0).catch(() => undefined);
      await full.stop();
      const next = await open();
      await next.until('the event again', () => next.storedIds.includes(id));
      expect(await next.stop()).toBeNull();
    }),
  );

  it(
    'says that it broke, and opens again',
    withPeer(async (at, open) => {
      const broken = await open();
      await at.break();
      const end = await broken.ended;
      expect(end?.error).toBeInstanceOf(ConnectorError);
      const next = await open();
      expect(await next.stop()).toBeNull();
    }),
  );
}
