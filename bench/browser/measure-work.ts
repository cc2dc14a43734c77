import type { Browser, Page } from 'playwright-core';
import type { Installation } from '../installation.js';
import { pressKey, type Pressed } from './press-key.js';
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
  for (const key of ['j', 'k']) {
    const { paint } = await repeated(() => pressKey(page, key));
    yield { name: `${key}: next paint`, value: paint, unit: 'ms', ceiling: 100 };
  }
  await pressKey(page, 'o', IS_OPEN);
  for (const { name, pause } of [
    { name: 'opening the next report', pause: 600 },
    { name: 'opening one after another', pause: 0 },
  ]) {
    const { paint, whole } = await repeated(async () => {
      await page.waitForTimeout(pause);
      return pressKey(page, 'j', `${CODE} !== old && ${IS_OPEN}`, CODE);
    });
    yield { name: `${name}: next paint`, value: paint, unit: 'ms', ceiling: 100 };
    yield { name: `${name}: all of it`, value: whole, unit: 'ms', ceiling: 250 };
  }
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
  yield* scrollByHand(seen);
  yield* scrollFar(seen);
  await page.context().close();
}

/** Code of the open report, and whether its details, the last to come, are there. */
const CODE = `document.querySelector('article')?.getAttribute('aria-label')`;
const IS_OPEN = `document.querySelector('article [aria-label="Riwayat"]')`;

async function repeated(work: () => Promise<Pressed>): Promise<Pressed> {
  const times: Pressed[] = [];
  for (let repeat = 0; repeat < REPEATS; repeat++) times.push(await work());
  return { paint: median(times.map(({ paint }) => paint)), whole: median(times.map(({ whole }) => whole)) };
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
  const { reached, frames } = await scroll(page, 1_500, FAR);
  if (reached < FAR) throw new Error(`Only ${reached} rows were reached`);
  yield { name: 'frames dropped, 90,000 px/s', value: droppedShare(frames), unit: '%', ceiling: 40 };
  yield { name: 'heap before', value: before, unit: 'MB', ceiling: 60 };
  yield { name: 'heap after 20,000 rows', value: await heap(), unit: 'MB', ceiling: 120 };
  const grown = (100 * ((await page.evaluate(nodes)) as number)) / nodesBefore;
  yield { name: 'elements after, of those before', value: grown, unit: '%', ceiling: 130 };
}

/** As fast as a wheel is turned. */
async function* scrollByHand({ page }: Visit): AsyncGenerator<Figure> {
  const { frames } = await scroll(page, 100, 500);
  yield { name: 'frames dropped, 6,000 px/s', value: droppedShare(frames), unit: '%', ceiling: 5 };
}

function droppedShare(frames: readonly number[]): number {
  const dropped = frames.reduce((sum, ms) => sum + Math.max(0, Math.round(ms / FRAME_MS) - 1), 0);
  return (100 * dropped) / (frames.length + dropped);
}

/** Down by so many pixels a frame, waiting at the end of what is loaded, until the far row is there. */
const scroll = (page: Page, step: number, far: number) =>
  page.evaluate(`new Promise((done) => {
    const list = document.querySelector('[aria-label="Daftar laporan"]');
    const scroller = list.parentElement;
    const frames = [];
    let last = performance.now();
    let still = 0;
    const rowHeight = list.querySelector('li').getBoundingClientRect().height;
    const move = (now) => {
      frames.push(now - last);
      last = now;
      const before = scroller.scrollTop;
      scroller.scrollTop += ${step};
      still = scroller.scrollTop === before ? still + 1 : 0;
      const reached = Math.round(scroller.scrollTop / rowHeight);
      if (reached >= ${far} || still > 600) done({ reached, frames });
      else requestAnimationFrame(move);
    };
    requestAnimationFrame(move);
  })`) as Promise<{ reached: number; frames: number[] }>;
