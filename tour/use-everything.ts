import type { Browser } from 'playwright-core';
import type { Installation } from '../bench/installation.js';
import { CITIZEN_SCREENS } from './citizen-screens.js';
import { Observer } from './observe.js';
import { INBOX_SCREENS, type Screen } from './screens.js';
import { WIDTHS, windowOf, type Width } from './visit.js';
import { Walk, type Used } from './walk.js';
import { writeAndAnswer, type World } from './world.js';

export interface Outcome {
  readonly used: readonly Used[];
  /** Errors of pages and answers of 500 and above. */
  readonly faults: readonly string[];
}

/** Every control of every screen, once: at a desk, and on a phone what only stands there. */
export async function useEverything(
  browser: Browser,
  installation: Installation,
  world: World,
  /** Names; empty: all. */
  only: readonly string[],
  say: (line: string) => void,
): Promise<Outcome> {
  const used: Used[] = [];
  const faults: string[] = [];
  const known = new Set<string>();
  const screens = [...INBOX_SCREENS, ...CITIZEN_SCREENS].filter(
    ({ name }) => only.length === 0 || only.includes(name),
  );
  const visit = async (screen: Screen, width: Width, isLast = false): Promise<void> => {
    const window = await windowOf(browser, screen.person, width, installation);
    if (screen.person === 'citizen') await writeAndAnswer(window, installation);
    const observer = new Observer(window);
    const began = Date.now();
    const before = used.length;
    const walk = new Walk(window, observer, screen, world, isLast ? new Set() : known, isLast);
    for await (const one of walk.all()) {
      used.push(one);
      say(`${screen.name} ${width}: ${one.control.role} “${one.control.name}” ${one.effect ?? 'NOTHING'}`);
    }
    faults.push(...observer.faults);
    say(`${screen.name} ${width}: ${used.length - before} in ${Math.round((Date.now() - began) / 1_000)} s`);
    await window.context().close();
  };
  for (const width of [...WIDTHS].reverse()) for (const screen of screens) await visit(screen, width);
  const [inbox] = INBOX_SCREENS.filter(({ name }) => name === 'inbox');
  if (inbox) await visit(inbox, 1440, true);
  return { used, faults };
}
