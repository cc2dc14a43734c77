import type { Page } from 'playwright-core';

/** Milliseconds after a key went down, as the page's own clock has it: no way to the browser and back is in them. */
export interface Pressed {
  /** Until what the page shows is painted anew. */
  readonly paint: number;
  /** Until all of it is there. */
  readonly whole: number;
}

/** @param isWhole an expression of the page: what the key asked for is there; `old` is what the first one gave before */
export async function pressKey(page: Page, key: string, isWhole = 'true', old = 'null'): Promise<Pressed> {
  await page.evaluate(`globalThis.pressed = new Promise((done) => {
    const old = ${old};
    const painted = (then) => requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = then;
      port2.postMessage(null);
    });
    addEventListener('keydown', ({ timeStamp }) => {
      const passed = () => performance.now() - timeStamp;
      let paint;
      const look = () => {
        paint ??= passed();
        if (${isWhole}) done({ paint, whole: passed() });
        else painted(look);
      };
      painted(look);
    }, { once: true, capture: true });
  }); 0`);
  await page.keyboard.press(key);
  return (await page.evaluate('globalThis.pressed')) as Pressed;
}
