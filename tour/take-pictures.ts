import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { projectFile } from '@app/config';
import type { Page } from 'playwright-core';
import sharp from 'sharp';
import type { Screen } from './screens.js';
import type { Width } from './visit.js';

const FOLDER = projectFile('docs', 'screens');
/** Two screens of a phone; what lies below is more of the same. */
const TALLEST_PX = 1_480;
const QUALITY = 55;

export async function clearPictures(): Promise<void> {
  await rm(FOLDER, { recursive: true, force: true });
  await mkdir(FOLDER, { recursive: true });
}

const fileOf = (screen: Screen, width: Width): string => `${screen.name}-${width}.webp`;

/** @returns what does not fit the window; null when all does */
export async function takePicture(window: Page, screen: Screen, width: Width): Promise<string | null> {
  const misfit = await misfitOf(window);
  const usual = window.viewportSize() ?? { width, height: 0 };
  if (width === 360) await window.setViewportSize({ width, height: await wholeHeight(window, usual.height) });
  if (screen.drawnLast) await window.locator(screen.drawnLast).first().waitFor();
  const picture = await window.screenshot({ animations: 'disabled', caret: 'hide' });
  await window.setViewportSize(usual);
  await sharp(picture)
    .webp({ quality: QUALITY, effort: 6 })
    .toFile(path.join(FOLDER, fileOf(screen, width)));
  return misfit && `${screen.name} at ${width} px: ${misfit}`;
}

/** A page never scrolls sideways; one whose navigation stays scrolls within it alone. */
async function misfitOf(window: Page): Promise<string | null> {
  return (await window.evaluate(`(() => {
    const { scrollWidth, scrollHeight } = document.documentElement;
    if (scrollWidth > innerWidth) return 'wider by ' + (scrollWidth - innerWidth) + ' px';
    const hasFrame = document.querySelector('main#isi') !== null;
    return hasFrame && scrollHeight > innerHeight ? 'scrolls behind its frame by ' + (scrollHeight - innerHeight) + ' px' : null;
  })()`)) as string | null;
}

/** The page as high as what scrolls in it, within bounds. */
async function wholeHeight(window: Page, shortest: number): Promise<number> {
  const hidden = (await window.evaluate(`Math.max(0, ...[...document.querySelectorAll('html, main *')]
    .filter((one) => one.matches('html') || /auto|scroll/.test(getComputedStyle(one).overflowY))
    .map(({ scrollHeight, clientHeight }) => scrollHeight - clientHeight))`)) as number;
  return Math.min(shortest + hidden, TALLEST_PX);
}

/** docs/screens.md: one line a screen, both pictures beside each other. */
export async function writeIndex(groups: Readonly<Record<string, readonly Screen[]>>): Promise<void> {
  const picture = (screen: Screen, width: Width, shown: number): string =>
    `<img src="screens/${fileOf(screen, width)}" width="${shown}" alt="${screen.title}, ${width} px wide">`;
  const row = (screen: Screen): string =>
    `| **${screen.title}** <br> \`${screen.route}\` <br> ${screen.purpose}. | ${picture(screen, 360, 180)} | ${picture(screen, 1440, 480)} |`;
  const tables = Object.entries(groups).map(
    ([title, screens]) =>
      `## ${title}\n\n<!-- prettier-ignore -->\n| Screen | 360 px | 1440 px |\n| --- | --- | --- |\n${screens.map(row).join('\n')}\n`,
  );
  const head =
    '# Screens\n\nEvery screen on a phone and on a desk, with the sample data. `npm run tour -- --only pictures` takes them anew.\n';
  await writeFile(projectFile('docs', 'screens.md'), [head, ...tables].join('\n'));
}
