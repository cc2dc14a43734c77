import { chromium, type Browser, type Page } from 'playwright-core';
import { ADMIN } from './first-admin.js';

const DESKTOP = { width: 1280, height: 800 };
const PHONE = { width: 360, height: 740 };

/** Browser windows for the people of a journey. What goes wrong in a page fails the test that asks. */
export class People {
  readonly problems: string[] = [];

  private constructor(private readonly browser: Browser) {}

  static async arrive(): Promise<People> {
    const executablePath = process.env['CHROMIUM_PATH'];
    if (!executablePath) throw new Error('CHROMIUM_PATH is set by scripts/run-tests.mjs');
    const isRoot = process.getuid?.() === 0;
    return new People(
      await chromium.launch({
        executablePath,
        args: isRoot ? ['--no-sandbox', '--disable-dev-shm-usage'] : [],
      }),
    );
  }

  async officer(): Promise<Page> {
    // What a service worker keeps would pass by the answers that a test holds back.
    return this.person({ viewport: DESKTOP, serviceWorkers: 'block' });
  }

  /** With the service worker, as browsers at work have it. */
  async returningOfficer(): Promise<Page> {
    return this.person({ viewport: DESKTOP });
  }

  /** On a phone, without JavaScript. */
  async citizen(): Promise<Page> {
    return this.person({ viewport: PHONE, javaScriptEnabled: false });
  }

  async leave(): Promise<void> {
    await this.browser.close();
  }

  private async person(options: Parameters<Browser['newContext']>[0]): Promise<Page> {
    const context = await this.browser.newContext({
      locale: 'id-ID',
      timezoneId: 'Asia/Makassar',
      ...options,
    });
    context.setDefaultTimeout(90_000);
    const page = await context.newPage();
    page.on('pageerror', (error) => this.problems.push(`${page.url()}: ${error.message}`));
    page.on('console', (message) => {
      if (message.type() === 'error') this.problems.push(`${page.url()}: ${message.text()}`);
    });
    return page;
  }
}

/** Follows the link of the first start and sets name and password. */
export async function becomeAdmin(page: Page, adminLink: string | null): Promise<void> {
  await page.goto(adminLink ?? 'about:blank#no-link-was-printed');
  await page.getByLabel('Nama lengkap').fill(ADMIN.name);
  await page.getByLabel('Alamat surel').fill(ADMIN.email);
  await page.getByLabel(/^Kata sandi/).fill(ADMIN.password);
  await page.getByLabel('Ulangi kata sandi').fill(ADMIN.password);
  await page.getByRole('button', { name: 'Simpan dan masuk' }).click();
  await page.waitForURL(/\/inbox\/?$/);
}

/** As the admin that {@link becomeAdmin} made. */
export async function signIn(page: Page, address: string): Promise<void> {
  await page.context().clearCookies();
  await page.goto(`${address}/inbox/masuk`);
  await page.getByLabel('Alamat surel').fill(ADMIN.email);
  await page.getByLabel(/^Kata sandi/).fill(ADMIN.password);
  await page.getByRole('button', { name: 'Masuk' }).click();
  await page.waitForURL(/\/inbox\/?$/);
}
