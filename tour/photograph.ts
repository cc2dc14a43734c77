import type { Browser, Page } from 'playwright-core';
import type { Installation } from '../bench/installation.js';
import { CITIZEN_SCREENS } from './citizen-screens.js';
import { EMPTY_SCREENS, INBOX_SCREENS, type Screen } from './screens.js';
import { clearPictures, takePicture, writeIndex } from './take-pictures.js';
import { WIDTHS, windowOf, type Person, type Width } from './visit.js';
import { writeAndAnswer, type World } from './world.js';

/**
 * What a new installation shows, before anything is in it.
 * @returns what does not fit its window
 */
export async function photographEmpty(browser: Browser, installation: Installation): Promise<string[]> {
  await clearPictures();
  return show(browser, installation, EMPTY_SCREENS, {
    address: installation.address,
    reportIds: [],
    invitation: '',
  });
}

/**
 * Every other screen, and the page that shows all pictures.
 * @returns what does not fit its window
 */
export async function photographFull(
  browser: Browser,
  installation: Installation,
  world: World,
): Promise<string[]> {
  const misfits = await show(browser, installation, [...INBOX_SCREENS, ...CITIZEN_SCREENS], world);
  await writeIndex({
    'A new installation': EMPTY_SCREENS,
    Inbox: INBOX_SCREENS,
    'Citizen’s pages': CITIZEN_SCREENS,
  });
  return misfits;
}

async function show(
  browser: Browser,
  installation: Installation,
  screens: readonly Screen[],
  world: World,
): Promise<string[]> {
  const misfits: string[] = [];
  for (const width of WIDTHS) {
    const windows = new Map<Person, Page>();
    for (const screen of screens) {
      const window = windows.get(screen.person) ?? (await enter(browser, installation, screen.person, width));
      windows.set(screen.person, window);
      await screen.open(window, world);
      const misfit = await takePicture(window, screen, width);
      if (misfit) misfits.push(misfit);
    }
    for (const window of windows.values()) await window.context().close();
  }
  return misfits;
}

async function enter(
  browser: Browser,
  installation: Installation,
  person: Person,
  width: Width,
): Promise<Page> {
  const window = await windowOf(browser, person, width, installation);
  if (person === 'citizen') await writeAndAnswer(window, installation);
  return window;
}
