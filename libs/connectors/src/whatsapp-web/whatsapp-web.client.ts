import { rm } from 'node:fs/promises';
import path from 'node:path';
import type { Client } from 'whatsapp-web.js';
import { freeProfile, launchOptions } from './whatsapp-web.browser.js';

/** Where the page comes from; WhatsApp itself unless given. */
export interface WebPage {
  /** `<folder>/<version>.html` is shown in place of https://web.whatsapp.com/. */
  readonly version: string;
  readonly folder: string;
  readonly browserArguments?: readonly string[];
}

const CLOSE_LIMIT_MS = 5_000;

/** One browser with the unmodified whatsapp-web.js in it, and what must be done around it. */
export class WebClient {
  private starting: Promise<void> | null = null;

  private constructor(
    readonly client: Client,
    private readonly profile: string,
  ) {}

  /** @param onFailure told of what the library starts by itself and leaves unwatched */
  static async create(
    options: {
      readonly folder: string;
      readonly phoneNumber?: string | undefined;
      readonly page?: WebPage | undefined;
    },
    onFailure: (error: unknown) => void,
  ): Promise<WebClient> {
    const { folder, phoneNumber, page } = options;
    // Only where a session opens: it loads a browser's whole remote control.
    const { default: library } = await import('whatsapp-web.js');
    const client = new library.Client({
      authStrategy: new library.LocalAuth({ dataPath: folder }),
      puppeteer: await launchOptions(page?.browserArguments ?? []),
      ...(page
        ? { webVersion: page.version, webVersionCache: { type: 'local', path: page.folder, strict: true } }
        : { webVersionCache: { type: 'none' } }),
      ...(phoneNumber ? { pairWithPhoneNumber: { phoneNumber } } : {}),
    });
    watchLooseEnds(client, onFailure);
    return new WebClient(client, path.join(folder, 'session'));
  }

  /** Resolves once the page stands and waits for the account, or has it. */
  async start(): Promise<void> {
    await freeProfile(this.profile);
    this.starting = this.client.initialize();
    await this.starting;
  }

  /** Ends the browser, also one that is still being started. Never throws. */
  async close(): Promise<void> {
    const hasSettled = this.starting?.catch(() => undefined);
    const end = Date.now() + CLOSE_LIMIT_MS;
    while (!this.client.pupBrowser && Date.now() < end) {
      if (await Promise.race([hasSettled?.then(() => true) ?? true, wait(50)])) break;
    }
    const browser = this.client.pupBrowser;
    if (!browser) return;
    const program = browser.process();
    await Promise.race([browser.close().catch(() => undefined), wait(CLOSE_LIMIT_MS)]);
    if (program && program.exitCode === null && program.signalCode === null) program.kill('SIGKILL');
  }

  /** The link to the account is gone: the next start asks for a new one. Only when closed. */
  async forgetAccount(): Promise<void> {
    await rm(this.profile, { recursive: true, force: true, maxRetries: 4 });
  }
}

interface AuthStrategy {
  logout(): Promise<void>;
  afterBrowserInitialized(): Promise<void>;
}

/**
 * The library awaits none of these where it calls them itself, and a rejection that nobody awaits ends the process.
 * Removing the profile is left to us: it does so while the browser still writes to it.
 */
function watchLooseEnds(client: Client, onFailure: (error: unknown) => void): void {
  for (const name of ['inject', 'requestPairingCode', 'destroy'] as const) {
    const loose = client as unknown as Record<typeof name, (...given: unknown[]) => Promise<unknown>>;
    const original = loose[name].bind(client);
    let isFirst = true;
    loose[name] = async (...given) => {
      const isStart = name === 'inject' && isFirst;
      isFirst = false;
      try {
        return await original(...given);
      } catch (error) {
        if (isStart) throw error;
        onFailure(error);
      }
    };
  }
  const { authStrategy } = client as unknown as { authStrategy: AuthStrategy };
  authStrategy.logout = async () => undefined;
  authStrategy.afterBrowserInitialized = async () => {
    // A pipe that breaks after puppeteer has let go of it would end the process as well.
    for (const pipe of client.pupBrowser?.process()?.stdio ?? []) pipe?.on('error', () => undefined);
  };
}

function wait(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms).unref());
}
