import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { scriptedServer, type ScriptedServer } from '@app/connector-kit/testing';
import type { Page } from 'playwright-core';
import { eventually } from '../support/eventually.js';
import { FeedsDouble } from '../support/feeds-double.js';
import { canShowInbox, INBOX } from '../support/inbox-system.js';
import { startImapDouble, type ImapDouble } from '../support/imap-double.js';
import { PageDouble } from '../support/page-double.js';
import { People, signIn } from '../support/people.js';
import { Smsc } from '../support/smpp-smsc.js';
import { startSmtpDouble, type SmtpDouble } from '../support/smtp-double.js';
import { startTelegramDouble, type TelegramDouble } from '../support/telegram-double.js';
import { startTestSystem, type TestSystem } from '../support/test-system.js';
import { TiktokDouble } from '../support/tiktok-double.js';
import { WhatsAppDouble } from '../support/whatsapp-double.js';
import { startXDouble, type XDouble } from '../support/x-double.js';

/** Instead of the half minute, so that what takes 60 seconds takes a few. */
const HEALTH_INTERVAL_MS = 1_000;
const LIMIT_MS = 45_000;

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
let feeds: FeedsDouble;
let tiktok: TiktokDouble;
/** Where a browser is installed; what the admin sees in it. */
let people: People | undefined;
let page: Page | undefined;

beforeAll(async () => {
  system = await startTestSystem(
    undefined,
    undefined,
    { inboxFolder: INBOX },
    { sweepPace: { healthMs: HEALTH_INTERVAL_MS } },
  );
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
  [kannel, feeds, tiktok] = await Promise.all([
    scriptedServer(),
    new FeedsDouble().start(),
    new TiktokDouble().start(),
  ]);
  kannel.play({ status: 400, body: 'Missing receiver number, rejected' });
  await Promise.all(Object.entries(CASES).map(connect));
  if (canShowInbox) {
    people = await People.arrive();
    page = await people.officer();
    await signIn(page, system.api.url);
    await page.goto(`${system.api.url}/inbox/koneksi`);
  } else console.warn('SKIPPED: health in the browser; install Chromium');
});
afterAll(async () => {
  await people?.leave();
  await system.close();
  const doubles = [telegram, pushed, x, hooked, whatsapp, facebook, unsubscribed, instagram];
  await Promise.all([...doubles, imap, smtp, kannel, feeds, tiktok].map((double) => double.stop()));
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
    settings: () => feeds.settings['mastodon'] ?? {},
    breaks: () => (feeds.isRevoked = true),
    state: 'needs-reauthorisation',
    reason: /access token/,
  },
  'bluesky: the app password was revoked': {
    settings: () => feeds.settings['bluesky'] ?? {},
    breaks: () => (feeds.isRevoked = true),
    state: 'needs-reauthorisation',
    reason: /rejects the account/,
  },
  'youtube: the office has withdrawn its consent': {
    settings: () => feeds.settings['youtube'] ?? {},
    breaks: () => (feeds.isRevoked = true),
    state: 'needs-reauthorisation',
    reason: /refresh token/,
  },
  'google-business: the office has withdrawn its consent': {
    settings: () => feeds.settings['google-business'] ?? {},
    breaks: () => (feeds.isRevoked = true),
    state: 'needs-reauthorisation',
    reason: /refresh token/,
  },
  'threads: the profile has taken the app’s permission away': {
    settings: () => feeds.settings['threads'] ?? {},
    breaks: () => (feeds.isRevoked = true),
    state: 'needs-reauthorisation',
    reason: /access token/,
  },
  'tiktok: the account has withdrawn its consent': {
    settings: () => tiktok.settings,
    breaks: () => (tiktok.isRevoked = true),
    state: 'needs-reauthorisation',
    reason: /refresh token/,
  },
};

interface Shown {
  readonly id: string;
  readonly name: string;
  readonly health: { readonly state: string; readonly reason: string | null };
}

/** As the connections page calls them. */
const WORDS = {
  healthy: 'Sehat',
  degraded: 'Terganggu',
  'needs-reauthorisation': 'Perlu izin ulang',
  unreachable: 'Tidak terjangkau',
} as const;

async function connect([name, { settings }]: [string, Case]): Promise<void> {
  const [channel] = name.split(':');
  const body = { channel, name, settings: settings() };
  expect(await system.admin.call('POST', '/connections', body)).toMatchObject({ status: 201 });
}
async function becomes(name: string, state: keyof typeof WORDS): Promise<Shown> {
  const found = await eventually(
    `${name}: ${state}`,
    async () => {
      const rows = (await system.admin.call('GET', '/connections')).body as Shown[];
      return rows.find((row) => row.name === name && row.health.state === state);
    },
    LIMIT_MS,
  );
  // The page is not loaded anew.
  const card = page?.getByRole('listitem', { name, exact: true });
  await card?.getByText(WORDS[state], { exact: true }).waitFor({ timeout: LIMIT_MS });
  return found;
}

describe('what goes wrong at a platform is seen by itself', () => {
  it('not before it does', async () => {
    for (const name of Object.keys(CASES)) await becomes(name, 'healthy');
    for (const { breaks } of Object.values(CASES)) await breaks();
  });

  it.each(Object.entries(CASES))('%s', async (name, { state, reason }) => {
    const { id, health } = await becomes(name, state);
    expect(health.reason).toMatch(reason);
    await page?.getByRole('listitem', { name, exact: true }).getByText(reason).first().waitFor();
    const notices = (await system.admin.call('GET', '/notices')).body as { connectionId: string }[];
    expect(notices.some(({ connectionId }) => connectionId === id)).toBe(state !== 'degraded');
  });

  it('without a fault in the page', () => {
    expect(people?.problems ?? []).toEqual([]);
  });
});
