import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ConnectorContract } from './connector-contract.js';
import { describeApi } from './describe-api.js';
import { describeBackfill } from './describe-backfill.js';
import { describeDetails } from './describe-details.js';
import { describeExample } from './describe-example.js';
import { describeForm } from './describe-form.js';
import { describeHealth } from './describe-health.js';
import { describeMedia } from './describe-media.js';
import { describeNormalise } from './describe-normalise.js';
import { describePull } from './describe-pull.js';
import { describeReplies } from './describe-replies.js';
import { describeSession } from './describe-session.js';
import { describeSettings } from './describe-settings.js';
import { describeWebhook } from './describe-webhook.js';
import { PlatformUnderTest } from './platform-under-test.js';

const CAPABILITIES = [
  'pull',
  'webhook',
  'session',
  'backfill',
  'form',
  'api',
  'replies',
  'media',
  'details',
] as const;

/**
 * Promises that every connector keeps, as one Jest suite over what the spec recorded of its platform. A capability
 * that the connector has must be covered: leaving its part out is a failure.
 */
export function describeConnectorContract<Settings>(contract: ConnectorContract<Settings>): void {
  const { connector } = contract;
  describe(`${connector.descriptor.code} keeps the connector contract`, () => {
    const platform = new PlatformUnderTest(contract);
    beforeAll(() => platform.start());
    afterAll(() => platform.stop());

    it('has a way in and a name in both languages', () => {
      const { pull, webhook, session, form, api } = connector;
      const waysIn = [pull, webhook, session, form, api].filter(Boolean);
      expect(waysIn.length > 0 || connector.descriptor.isHiddenFromAdmins === true).toBe(true);
      expect(connector.descriptor.code).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
      expect(connector.descriptor.displayName.id).not.toBe('');
      expect(connector.descriptor.displayName.en).not.toBe('');
    });

    it('is tested in each of its capabilities', () => {
      for (const capability of CAPABILITIES) {
        expect({ capability, isTested: contract[capability] !== undefined }).toEqual({
          capability,
          isTested: connector[capability] !== undefined,
        });
      }
    });

    describeSettings(contract);
    describeNormalise(contract);
    describeExample(contract);
    if (contract.webhook) describeWebhook(platform, contract.webhook);
    if (contract.pull) describePull(platform, contract.pull);
    if (contract.session) describeSession(platform, contract.session);
    if (contract.backfill) describeBackfill(platform, contract.backfill);
    if (contract.form) describeForm(platform, contract.form);
    if (contract.api) describeApi(platform, contract.api);
    if (contract.replies) describeReplies(platform, contract.replies);
    if (contract.media) describeMedia(platform, contract.media);
    if (contract.details) describeDetails(platform, contract.details);
    describeHealth(platform, contract.health);
  });
}
