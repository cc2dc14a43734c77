import { describe, expect, it } from '@jest/globals';
import type { ConnectorHealth } from '../connector.js';
import { FAILURES, HEALTH_FAILURE_STATES, type HealthContract } from './connector-contract.js';
import type { PlatformUnderTest } from './platform-under-test.js';

export function describeHealth<Settings>(
  platform: PlatformUnderTest<Settings>,
  contract: HealthContract | undefined,
): void {
  const { connector } = platform.contract;
  const states = { ...HEALTH_FAILURE_STATES, ...contract?.failures };

  describe('health', () => {
    it.each(FAILURES)('is a state, never an error: %s', async (failure) => {
      const context = platform.failing(failure);
      const health = await connector.health(context);
      // A channel without a platform behind it (a form, a file) has nothing to fail.
      if (!contract) return expect(health.status).toBe('healthy');
      expect(health.status).toBe(states[failure]);
      expectReason(health);
      for (const secret of platform.secretValues(context))
        expect(JSON.stringify(health)).not.toContain(secret);
    });

    if (!contract) return;
    const { healthy, furtherStates = {} } = contract;

    it('is healthy when the platform says so', async () => {
      const health = await connector.health(platform.playing(healthy.answers));
      expect(health).toMatchObject({
        status: 'healthy',
        ...(healthy.account ? { account: healthy.account } : {}),
      });
    });

    it('is a state when the answer is not what was asked for', async () => {
      const health = await connector.health(platform.playing({ body: '<html>Login</html>' }));
      expect(health.status).not.toBe('healthy');
      expectReason(health);
    });

    for (const [name, { answers, status, reason }] of Object.entries(furtherStates)) {
      it(`is ${status}: ${name}`, async () => {
        const health = await connector.health(platform.playing(answers));
        expect(health.status).toBe(status);
        if (reason) expect((health as { reason?: string }).reason).toMatch(reason);
      });
    }
  });
}

function expectReason(health: ConnectorHealth): void {
  if (health.status !== 'healthy') expect(health.reason).toMatch(/\S/);
}
