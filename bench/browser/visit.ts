import type { Browser, CDPSession, Page } from 'playwright-core';
import type { Installation } from '../installation.js';

export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: 'ms' | 'kB' | 'MB' | '%';
  readonly ceiling: number;
}

/** A line as on 3G: 400 ms there and back, 400 kbit/s. */
const SLOW_LINE = { offline: false, latency: 400, downloadThroughput: 50_000, uploadThroughput: 50_000 };

/** Root has no sandbox of Chromium. */
export const browserOf = (userId: number | undefined): string[] => [
  ...(userId === 0 ? ['--no-sandbox'] : []),
  '--js-flags=--expose-gc',
];

export interface Visit {
  readonly page: Page;
  readonly protocol: CDPSession;
}

/** A signed-in person at a desk. */
export async function visit(browser: Browser, { address, cookie }: Installation): Promise<Visit> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const [name = '', value = ''] = cookie.split('=');
  await context.addCookies([{ name, value, url: address }]);
  const page = await context.newPage();
  return { page, protocol: await context.newCDPSession(page) };
}

export async function slowDown({ protocol }: Visit): Promise<void> {
  await protocol.send('Network.enable');
  await protocol.send('Network.emulateNetworkConditions', SLOW_LINE);
}

export const rows = (page: Page) => page.getByRole('list', { name: 'Daftar laporan' }).getByRole('listitem');

/** Milliseconds of a piece of work. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

export const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
