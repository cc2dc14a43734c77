import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { scriptedServer, type RecordedRequest, type ScriptedServer } from '@app/connector-kit/testing';
import { eventually } from '../support/eventually.js';
import { startImapDouble, type ImapDouble } from '../support/imap-double.js';
import { PageDouble } from '../support/page-double.js';
import { Smsc } from '../support/smpp-smsc.js';
import { startSmtpDouble, type SmtpDouble } from '../support/smtp-double.js';
import { startTelegramDouble, type TelegramDouble } from '../support/telegram-double.js';
import { startTestSystem, type TestSystem } from '../support/test-system.js';
import { WhatsAppDouble } from '../support/whatsapp-double.js';
import { startXDouble, type XDouble } from '../support/x-double.js';

/** Instead of the half minute, so that what takes 60 seconds takes a few. */
const HEALTH_INTERVAL_MS = 1_000;
const LIMIT_MS = 20_000;

/** A connection to a double of its own, and what goes wrong there. */
interface Case {
  readonly settings: () => object;
  readonly breaks: () => unknown;
  readonly state: 'needs-reauthorisation' | 'unreachable' | 'degraded';
  readonly reason: RegExp;
}

let system: TestSystem;
let telegram: TelegramDouble;
let pushed: TelegramDouble;
let x: XDouble;
let hooked: XDouble;
let whatsapp: WhatsAppDouble;
let facebook: PageDouble;
let unsubscribed: PageDouble;
let instagram: PageDouble;
let smsc: Smsc;
let kannel: ScriptedServer;
let imap: ImapDouble;
let smtp: SmtpDouble;
let mastodon: ScriptedServer;
let bluesky: ScriptedServer;

beforeAll(async () => {
  system = await startTestSystem(undefined, undefined, {}, { healthIntervalMs: HEALTH_INTERVAL_MS });
  [telegram, pushed] = await Promise.all([startTelegramDouble(), startTelegramDouble()]);
  [x, hooked] = await Promise.all([startXDouble(), startXDouble()]);
  whatsapp = await new WhatsAppDouble().start();
  [facebook, unsubscribed, instagram] = await Promise.all([
    new PageDouble().start(),
    new PageDouble().start(),
    new PageDouble().start(),
  ]);
  smsc = new Smsc();
  await smsc.start();
  [imap, smtp] = await Promise.all([startImapDouble(), startSmtpDouble()]);
  [kannel, mastodon, bluesky] = await Promise.all([scriptedServer(), scriptedServer(), scriptedServer()]);
  kannel.play({ status: 400, body: 'Missing receiver number, rejected' });
  mastodon.play(({ path }: RecordedRequest) => ({
    body: path.endsWith('/notifications') ? [] : { id: '1', acct: 'pemkot' },
  }));
  bluesky.play(({ path }: RecordedRequest) => ({
    body: path.endsWith('listNotifications')
      ? { notifications: [] }
      : { accessJwt: 'jwt', did: 'did:plc:pemkot', handle: 'pemkot.example' },
  }));
});
afterAll(async () => {
  await system.close();
  const doubles = [telegram, pushed, x, hooked, whatsapp, facebook, unsubscribed, instagram];
  await Promise.all([...doubles, imap, smtp, kannel, mastodon, bluesky].map((double) => double.stop()));
});

const CASES: Readonly<Record<string, Case>> = {
  'telegram: the bot’s token was revoked': {
    settings: () => telegram.settings,
    breaks: () => telegram.revokeToken(),
    state: 'needs-reauthorisation',
    reason: /@BotFather/,
  },
  'telegram: somebody has taken the webhook away': {
    settings: () => ({ ...pushed.settings, mode: 'webhook' }),
    breaks: () => pushed.webhook.set({}),
    state: 'degraded',
    reason: /webhook/i,
  },
  'x: the app’s permission was withdrawn': {
    settings: () => x.settings,
    breaks: () => x.revoke(),
    state: 'needs-reauthorisation',
    reason: /X rejects the keys/,
  },
  'x: X has switched the webhook off': {
    settings: () => ({ ...hooked.settings, mode: 'webhook' }),
    breaks: () => hooked.webhooks.invalidate(true),
    state: 'degraded',
    reason: /webhook/i,
  },
  'whatsapp-cloud: the access token was revoked': {
    settings: () => whatsapp.settings,
    breaks: () => whatsapp.revokeToken(),
    state: 'needs-reauthorisation',
    reason: /access token/,
  },
  'facebook: the access token was revoked': {
    settings: () => facebook.settings('facebook'),
    breaks: () => facebook.revokeToken(),
    state: 'needs-reauthorisation',
    reason: /access token/,
  },
  'facebook: Meta has switched the webhook off': {
    settings: () => unsubscribed.settings('facebook'),
    breaks: () => unsubscribed.subscriptions.clear(),
    state: 'degraded',
    reason: /webhook|subscri/i,
  },
  'instagram: a permission was lost': {
    settings: () => instagram.settings('instagram'),
    breaks: () => (instagram.scopes = ['instagram_basic']),
    state: 'needs-reauthorisation',
    reason: /instagram_manage/,
  },
  'sms: the SMSC is gone': {
    settings: () => smsc.settings,
    breaks: () => smsc.stop(),
    state: 'unreachable',
    reason: /SMSC|connect/i,
  },
  'sms: Kannel refuses the password': {
    settings: () => ({
      mode: 'kannel',
      shortCode: '1708',
      kannelUrl: kannel.origin,
      kannelUser: 'wadah',
      kannelPassword: 'rahasia',
      webhookSecret: 'health-webhook-secret',
    }),
    breaks: () => kannel.play({ status: 403, body: 'Denied' }),
    state: 'needs-reauthorisation',
    reason: /password/i,
  },
  'email: the password was changed': {
    settings: () => ({
      address: 'aduan@pemda.example',
      password: 'rahasia',
      imapHost: '127.0.0.1',
      imapPort: imap.port,
      imapSecurity: 'none',
      smtpHost: '127.0.0.1',
      smtpPort: smtp.port,
      smtpSecurity: 'none',
    }),
    breaks: () => imap.play({ login: 'NO [AUTHENTICATIONFAILED] Invalid credentials' }),
    state: 'needs-reauthorisation',
    reason: /password/i,
  },
  'mastodon: the access token was revoked': {
    settings: () => ({ server: mastodon.origin, accessToken: 'secret', pollSeconds: 15 }),
    breaks: () => mastodon.play({ status: 401, body: { error: 'The access token was revoked' } }),
    state: 'needs-reauthorisation',
    reason: /access token/,
  },
  'bluesky: the app password was revoked': {
    settings: () => ({ identifier: 'pemkot.example', appPassword: 'secret', service: bluesky.origin }),
    breaks: () => bluesky.play({ status: 401, body: { error: 'AuthenticationRequired' } }),
    state: 'needs-reauthorisation',
    reason: /rejects the account/,
  },
};

interface Shown {
  readonly id: string;
  readonly health: { readonly state: string; readonly reason: string | null };
}

describe('what goes wrong at a platform is seen by itself', () => {
  const shown = async (id: string) =>
    ((await system.admin.call('GET', '/connections')).body as Shown[]).find((row) => row.id === id)?.health;
  const becomes = (id: string, state: string) =>
    eventually(
      `health ${state}`,
      async () => {
        const health = await shown(id);
        return health?.state === state ? health : undefined;
      },
      LIMIT_MS,
    );

  it.each(Object.entries(CASES))('%s', async (name, { settings, breaks, state, reason }) => {
    const [channel] = name.split(':');
    const answer = await system.admin.call('POST', '/connections', { channel, name, settings: settings() });
    expect(answer).toMatchObject({ status: 201 });
    const { id } = answer.body as Shown;
    await becomes(id, 'healthy');
    await breaks();
    const health = await becomes(id, state);
    expect(health.reason).toMatch(reason);
    const notices = (await system.admin.call('GET', '/notices')).body as { connectionId: string }[];
    expect(notices.some(({ connectionId }) => connectionId === id)).toBe(state !== 'degraded');
    await system.admin.call('PATCH', `/connections/${id}`, { status: 'paused' });
  });
});
