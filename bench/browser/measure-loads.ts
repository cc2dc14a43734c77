import type { Browser } from 'playwright-core';
import type { Installation } from '../installation.js';
import { median, rows, slowDown, timed, visit, type Figure, type Visit } from './visit.js';

const REPEATS = 5;

/** What comes over the line, and how long a person waits for the list on a slow one, the first time and afterwards. */
export async function* measureLoads(browser: Browser, installation: Installation): AsyncGenerator<Figure> {
  const { address } = installation;
  const first = await visit(browser, installation);
  await slowDown(first);
  const received = receivedBytes(first);
  const firstMs = await timed(() => openList(first, address));
  const kilobytes = received() / 1_000;
  yield {
    name: 'scripts and styles of the first view, compressed',
    value: kilobytes,
    unit: 'kB',
    ceiling: 350,
  };
  yield { name: 'first load on a slow line: the list', value: firstMs, unit: 'ms', ceiling: 15_000 };
  await first.page.evaluate('navigator.serviceWorker.ready');
  const paints: number[] = [];
  const lists: number[] = [];
  for (let repeat = 0; repeat < REPEATS; repeat++) {
    lists.push(await timed(() => openList(first, address)));
    paints.push(
      (await first.page.evaluate(
        `performance.getEntriesByName('first-contentful-paint')[0].startTime`,
      )) as number,
    );
  }
  yield {
    name: 'repeated load on a slow line: something to see',
    value: median(paints),
    unit: 'ms',
    ceiling: 1_000,
  };
  yield { name: 'repeated load on a slow line: the list', value: median(lists), unit: 'ms', ceiling: 2_000 };
  await first.page.context().close();

  const form = await fetch(`${address}/lapor`, { headers: { 'accept-encoding': 'identity' } });
  const size = (await form.arrayBuffer()).byteLength / 1_000;
  yield { name: 'citizen’s page, uncompressed', value: size, unit: 'kB', ceiling: 40 };
}

async function openList({ page }: Visit, address: string): Promise<void> {
  await page.goto(`${address}/inbox/`, { waitUntil: 'commit' });
  await rows(page).first().waitFor({ timeout: 60_000 });
}

/** Bytes of scripts and styles as they came. */
function receivedBytes({ protocol }: Visit): () => number {
  const ours = new Set<string>();
  let sum = 0;
  protocol.on('Network.responseReceived', ({ requestId, type }) => {
    if (type === 'Script' || type === 'Stylesheet') ours.add(requestId);
  });
  protocol.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (ours.has(requestId)) sum += encodedDataLength;
  });
  return () => sum;
}
