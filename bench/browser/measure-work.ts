import type { Browser, Page } from 'playwright-core';
import type { Installation } from '../installation.js';
import { median, rows, timed, visit, type Figure, type Visit } from './visit.js';

const REPEATS = 15;
const FAR = 20_000;
const FRAME_MS = 1_000 / 60;

/** How quickly the inbox answers a hand, and what long lists cost the browser. */
export async function* measureWork(browser: Browser, installation: Installation): AsyncGenerator<Figure> {
  const seen = await visit(browser, installation);
  const { page } = seen;
  await page.goto(`${installation.address}/inbox/`);
  await rows(page).first().waitFor();
  yield { name: 'j: the next row', value: await repeated(() => press(page, 'j')), unit: 'ms', ceiling: 100 };
  yield {
    name: 'k: the row before',
    value: await repeated(() => press(page, 'k')),
    unit: 'ms',
    ceiling: 100,
  };
  const opened = async (): Promise<void> => {
    const before = await page.getByRole('article').getAttribute('aria-label');
    await page.keyboard.press('j');
    await page.locator(`article:not([aria-label="${before}"])`).waitFor();
    await page.getByRole('region', { name: 'Klasifikasi' }).first().waitFor();
  };
  await page.keyboard.press('o');
  await page.getByRole('region', { name: 'Klasifikasi' }).first().waitFor();
  yield { name: 'opening the next report', value: await repeated(opened), unit: 'ms', ceiling: 400 };
  const filter = async (address: string): Promise<void> => {
    const asked = page.waitForResponse((response) => response.url().includes('/api/v1/reports?'));
    await page.evaluate(
      `history.pushState({}, '', '/inbox/${address}'); dispatchEvent(new PopStateEvent('popstate'))`,
    );
    await asked;
    await rows(page).first().waitFor();
  };
  const classes = ['?class=complaint', '?class=aspiration', '?class=information'];
  const filterMs: number[] = [];
  for (const one of classes) filterMs.push(await timed(() => filter(one)));
  yield { name: 'another filter', value: median(filterMs), unit: 'ms', ceiling: 500 };
  await page.goto(`${installation.address}/inbox/`);
  await rows(page).first().waitFor();
  yield* scrollFar(seen);
  await page.context().close();
}

const press = async (page: Page, key: string): Promise<void> => {
  await page.keyboard.press(key);
  await page.evaluate('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))');
};

async function repeated(work: () => Promise<void>): Promise<number> {
  const times: number[] = [];
  for (let repeat = 0; repeat < REPEATS; repeat++) times.push(await timed(work));
  return median(times);
}

/** The list is scrolled to its 20,000th row: what the page holds then, and how evenly it moved. */
async function* scrollFar({ page, protocol }: Visit): AsyncGenerator<Figure> {
  await protocol.send('Performance.enable');
  const heap = async (): Promise<number> => {
    await protocol.send('HeapProfiler.collectGarbage');
    const { metrics } = await protocol.send('Performance.getMetrics');
    return (metrics.find(({ name }) => name === 'JSHeapUsedSize')?.value ?? 0) / 1_000_000;
  };
  const before = await heap();
  const nodes = 'document.querySelectorAll("*").length';
  const nodesBefore = (await page.evaluate(nodes)) as number;
  const frames = (await page.evaluate(SCROLL)) as { reached: number; frames: number[] };
  if (frames.reached < FAR) throw new Error(`Only ${frames.reached} rows were reached`);
  const dropped = frames.frames.reduce((sum, ms) => sum + Math.max(0, Math.round(ms / FRAME_MS) - 1), 0);
  const share = (100 * dropped) / (frames.frames.length + dropped);
  yield { name: 'frames dropped over 20,000 rows', value: share, unit: '%', ceiling: 20 };
  yield { name: 'heap before', value: before, unit: 'MB', ceiling: 60 };
  yield { name: 'heap after 20,000 rows', value: await heap(), unit: 'MB', ceiling: 120 };
  const grown = (100 * ((await page.evaluate(nodes)) as number)) / nodesBefore;
  yield { name: 'elements after, of those before', value: grown, unit: '%', ceiling: 130 };
}

/** To the end of what is loaded, again and again, until the far row is there. */
const SCROLL = `new Promise((done) => {
  const list = document.querySelector('[aria-label="Daftar laporan"]');
  let scroller = list;
  while (scroller.scrollHeight <= scroller.clientHeight + 1 || getComputedStyle(scroller).overflowY === 'visible') {
    scroller = scroller.parentElement;
  }
  const frames = [];
  let last = performance.now();
  let still = 0;
  const rowHeight = list.querySelector('li').getBoundingClientRect().height;
  const step = (now) => {
    frames.push(now - last);
    last = now;
    const before = scroller.scrollTop;
    scroller.scrollTop += 1_500;
    still = scroller.scrollTop === before ? still + 1 : 0;
    const reached = Math.round(scroller.scrollTop / rowHeight);
    if (reached >= ${FAR} || still > 600) done({ reached, frames });
    else requestAnimationFrame(step);
  };
  requestAnimationFrame(step);
})`;
