import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { PROJECT_ROOT } from '@app/config';
import { CONNECTORS, createWhatsappWebConnector } from '@app/connectors';
import { migrateQueues } from '@app/queues';
import type { Page } from 'playwright-core';
import type { ApiClient } from './api-client.js';
import { signInFirstAdmin } from './first-admin.js';
import { People } from './people.js';
import { startTelegramDouble, type TelegramDouble } from './telegram-double.js';
import { writeTinyCorpus } from './tiny-themes.js';
import { startTestApi, type TestApi } from './test-api.js';
import { createTestDatabase } from './test-database.js';
import { WhatsappWebDouble } from './whatsapp-web-double.js';
import { startWorkerProcess } from './worker-process.js';

/** The built screens. */
export const INBOX = path.join(PROJECT_ROOT, 'dist', 'apps', 'inbox');

/** False where no browser is installed or the screens are not built. */
export const canShowInbox =
  process.env['CHROMIUM_PATH'] !== undefined && existsSync(path.join(INBOX, 'index.html'));

export interface InboxSystem {
  readonly api: TestApi;
  readonly admin: ApiClient;
  readonly people: People;
  readonly telegram: TelegramDouble;
  /** The phone whose WhatsApp Web is paired. */
  readonly phone: WhatsappWebDouble;
  /** The folder that the screens come from: another build may be put there. */
  readonly screens: string;
  /** Signs somebody in, at a browser of their own. */
  enter(email: string, password: string, page?: Page): Promise<Page>;
  close(): Promise<void>;
}

/** Server, worker, database and built screens, with a bot connected and WhatsApp's page replaced by ours. */
export async function startInboxSystem(): Promise<InboxSystem> {
  const [people, telegram, phone, database, dataFolder, corpusFolder] = await Promise.all([
    People.arrive(),
    startTelegramDouble(),
    WhatsappWebDouble.start(),
    createTestDatabase(),
    mkdtemp(path.join(tmpdir(), 'wadah-inbox-')),
    writeTinyCorpus(),
  ]);
  await migrateQueues({ databaseUrl: database.url });
  const secretKey = randomBytes(32);
  const connectors = CONNECTORS.map((shipped) =>
    shipped.descriptor.code === 'whatsapp-web' ? createWhatsappWebConnector(phone.page) : shipped,
  ) as typeof CONNECTORS;
  const screens = path.join(dataFolder, 'screens');
  await cp(INBOX, screens, { recursive: true });
  const api = await startTestApi(database.url, { secretKey, dataFolder, connectors, inboxFolder: screens });
  const admin = await signInFirstAdmin(api);
  const options = { databaseUrl: database.url, secretKey, dataFolder, page: phone.page, corpusFolder };
  const worker = await startWorkerProcess(options);
  await admin.call('POST', '/connections', {
    channel: 'telegram',
    name: 'Telegram',
    settings: telegram.settings,
  });
  return {
    api,
    admin,
    people,
    telegram,
    phone,
    screens,
    enter: async (email, password, own) => {
      const page = own ?? (await people.officer());
      await page.goto(`${api.url}/inbox/masuk`);
      await page.getByLabel('Alamat surel').fill(email);
      await page.getByLabel(/^Kata sandi/).fill(password);
      await page.getByRole('button', { name: 'Masuk' }).click();
      await page.waitForURL(/\/inbox\/?$/);
      return page;
    },
    close: async () => {
      await people.leave();
      await worker.stop();
      await api.close();
      await Promise.all([telegram.stop(), phone.stop(), database.drop()]);
      for (const folder of [dataFolder, corpusFolder]) await rm(folder, { recursive: true, force: true });
    },
  };
}
