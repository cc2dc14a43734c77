import { describe, expect, it } from '@jest/globals';
import type { ApiCall, ApiContract } from './connector-contract.js';
import { apiRequest, HostedApiUnderTest } from './hosted-api-under-test.js';
import type { PlatformUnderTest } from './platform-under-test.js';
import { TEST_NOW } from './test-context.js';

export function describeApi<Settings>(platform: PlatformUnderTest<Settings>, contract: ApiContract): void {
  const { connector } = platform.contract;
  const { api } = connector;
  if (!api) return;
  const host = () => new HostedApiUnderTest(platform.playing({ status: 404 }).settings);
  const answer = (call: ApiCall, wadah: HostedApiUnderTest<Settings>) => api.answer(apiRequest(call), wadah);

  describe('hosted interface', () => {
    it('stores a report, as a message, before it answers, and only once', async () => {
      const wadah = host();
      for (let time = 0; time < 2; time++) {
        expect((await answer(contract.submission, wadah)).status).toBeLessThan(300);
      }
      expect(wadah.stored.size).toBe(1);
      for (const event of wadah.stored.values()) {
        const payload: unknown = JSON.parse(JSON.stringify(event.payload));
        expect(connector.normalise({ ...event, payload, receivedAt: TEST_NOW }).kind).toBe('message');
      }
    });

    it('does not thank for what could not be stored', async () => {
      const wadah = host();
      wadah.store = () => Promise.reject(new Error('No space left on device'));
      await expect(answer(contract.submission, wadah)).rejects.toThrow('No space left');
    });

    it('takes nothing while the connection is paused, and says so', async () => {
      const wadah = host();
      wadah.takesReports = false;
      expect((await answer(contract.submission, wadah)).status).toBe(503);
      expect(wadah.stored.size).toBe(0);
    });

    it.each(Object.entries(contract.mistakes))('says what is wrong: %s', async (_name, { call, status }) => {
      const wadah = host();
      const said = await answer(call, wadah);
      expect({ status: said.status, body: said.body }).toEqual({ status, body: expect.stringMatching(/\S/) });
      expect(said.contentType).toMatch(/charset=/);
      expect(wadah.stored.size).toBe(0);
    });

    it.each(Object.entries(contract.readings))('can be read: %s', async (_name, call) => {
      const wadah = host();
      expect((await answer(call, wadah)).status).toBe(200);
      expect(wadah.stored.size).toBe(0);
    });

    it('answers an address that it does not have with 404, and has a form for what the host refuses', async () => {
      const lost = await answer({ method: 'GET', path: 'no/such/thing' }, host());
      expect(lost.status).toBe(404);
      const refused = api.refusal(apiRequest(contract.submission), { status: 429, reason: 'Too many' });
      expect(refused).toMatchObject({ status: 429, body: expect.stringContaining('Too many') });
    });
  });
}
