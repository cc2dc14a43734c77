import { IN_PAGE } from './in-page.js';
import type { Browser, BrowserContext, Page } from 'playwright-core';

export const WIDTHS = [360, 1440] as const;
export type Width = (typeof WIDTHS)[number];
const HEIGHTS: Readonly<Record<Width, number>> = { 360: 740, 1440: 900 };

/** Which of the three people looks. */
export type Person = 'admin' | 'visitor' | 'citizen';

/** Longer than any answer of the product on a slow machine, in milliseconds. */
const PATIENCE_MS = 30_000;
const IDLE_MS = 150;

/** A window of one person. The citizen has no JavaScript, as the pages promise. */
export async function windowOf(
  browser: Browser,
  person: Person,
  width: Width,
  admin: { readonly address: string; readonly cookie: string },
): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width, height: HEIGHTS[width] },
    locale: 'id-ID',
    timezoneId: 'Asia/Makassar',
    reducedMotion: 'reduce',
    serviceWorkers: 'block',
    acceptDownloads: true,
    permissions: ['geolocation', 'clipboard-read', 'clipboard-write'],
    geolocation: { latitude: 0.5, longitude: 117.5 },
  });
  await context.addInitScript(IN_PAGE);
  context.setDefaultTimeout(PATIENCE_MS);
  if (person === 'admin') await signIn(context, admin);
  return context.newPage();
}

async function signIn(
  context: BrowserContext,
  { address, cookie }: { readonly address: string; readonly cookie: string },
): Promise<void> {
  const [name = '', value = ''] = cookie.split('=');
  await context.addCookies([{ name, value, url: address }]);
}

/** Until the page asks for nothing more and nothing of it says that it is loading; a stream of events never ends. */
export async function settled(page: Page): Promise<void> {
  await page.waitForLoadState('load');
  await page.evaluate(`new Promise((done) => {
    const end = performance.now() + ${PATIENCE_MS};
    const look = () => {
      const lastAnswer = performance.getEntriesByType('resource').at(-1)?.responseEnd ?? 0;
      const isLoading = [...document.querySelectorAll('.mantine-Loader-root')].some((one) => one.checkVisibility());
      const isQuiet = !isLoading && performance.now() - lastAnswer > ${IDLE_MS};
      if (isQuiet || performance.now() > end) requestAnimationFrame(() => done());
      else setTimeout(look, 50);
    };
    look();
  })`);
}
