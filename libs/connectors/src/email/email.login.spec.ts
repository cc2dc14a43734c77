import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { scriptedServer, testContext, type ScriptedServer } from '@app/connector-kit/testing';
import { startImapDouble, type ImapDouble } from '../../../../test/support/imap-double.js';
import { startSmtpDouble, type SmtpDouble } from '../../../../test/support/smtp-double.js';
import { emailHealth } from './email.health.js';
import { loginFor } from './email.login.js';
import { emailSettingsSchema } from './email.settings.js';

describe('signing in with OAuth2', () => {
  let provider: ScriptedServer;
  let imap: ImapDouble;
  let smtp: SmtpDouble;
  let now = new Date('2026-11-24T02:00:00Z');
  beforeAll(async () => {
    [provider, imap, smtp] = await Promise.all([scriptedServer(), startImapDouble(), startSmtpDouble()]);
  });
  afterAll(() => Promise.all([provider.stop(), imap.stop(), smtp.stop()]));

  const context = (refreshToken: string) =>
    testContext(
      emailSettingsSchema.parse({
        address: 'aduan@pemda.example',
        login: 'oauth2',
        oauthUrl: `${provider.origin}/token`,
        oauthClientId: 'klien',
        oauthClientSecret: 'rahasia-klien',
        oauthRefreshToken: refreshToken,
        imapHost: '127.0.0.1',
        imapPort: imap.port,
        imapSecurity: 'none',
        smtpHost: '127.0.0.1',
        smtpPort: smtp.port,
        smtpSecurity: 'none',
        timeoutSeconds: 2,
      }),
      { now: () => now },
    );
  const token = (name: string) => ({ body: { access_token: name, expires_in: 3600, token_type: 'Bearer' } });

  it('shows both servers an access token that the refresh token brought', async () => {
    provider.play(token('akses-1'));
    expect(await emailHealth(context('segar-1'))).toMatchObject({ status: 'healthy' });
    const form = new URLSearchParams(provider.requests[0]?.body.toString('utf8'));
    expect(Object.fromEntries(form)).toEqual({
      grant_type: 'refresh_token',
      client_id: 'klien',
      client_secret: 'rahasia-klien',
      refresh_token: 'segar-1',
    });
    const expected = 'user=aduan@pemda.example\x01auth=Bearer akses-1\x01\x01';
    const shown = [imap.tokens[0], smtp.logins[0]?.split(' ')[2]].map((one) =>
      Buffer.from(one ?? '', 'base64').toString('utf8'),
    );
    expect(shown).toEqual([expected, expected]);
  });

  it('asks for a new token only when the old one runs out', async () => {
    provider.play([token('akses-2'), token('akses-3')]);
    await loginFor(context('segar-2'));
    expect(await loginFor(context('segar-2'))).toMatchObject({ accessToken: 'akses-2' });
    now = new Date(now.getTime() + 3600_000);
    expect(await loginFor(context('segar-2'))).toMatchObject({ accessToken: 'akses-3' });
    expect(provider.requests).toHaveLength(2);
  });

  it.each([
    [400, 'credentials-rejected'],
    [401, 'credentials-rejected'],
    [503, 'transient'],
    [429, 'transient'],
  ])('means by %i of the provider: %s', async (status, code) => {
    provider.play({ status, body: { error: 'invalid_grant', refresh_token: 'segar-3' } });
    const failing = loginFor(context('segar-3'));
    await expect(failing).rejects.toMatchObject({ code });
    await expect(failing).rejects.not.toMatchObject({ message: expect.stringContaining('segar-3') });
  });

  it.each([
    ['password', ['password']],
    ['oauth2', ['oauthClientId', 'oauthRefreshToken']],
  ])('names what is missing for the login %s', (login, missing) => {
    const result = emailSettingsSchema.safeParse({
      address: 'aduan@pemda.example',
      imapHost: 'imap.pemda.example',
      smtpHost: 'smtp.pemda.example',
      login,
    });
    expect(result.error?.issues.map(({ path }) => path[0])).toEqual(missing);
  });
});
