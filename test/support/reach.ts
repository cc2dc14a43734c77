import type { Locator } from 'playwright-core';

/** What a reader cannot bring into a window of this size, or not whole: one line for each place. */
export async function unreachable(of: Locator, where: string): Promise<string[]> {
  const faults = await of.evaluate((root) => {
    const page = root.ownerDocument;
    const view = page.defaultView;
    type Element = typeof root;
    const all: Element[] = [root, ...root.querySelectorAll('*')].filter(
      (one) =>
        one.checkVisibility({ visibilityProperty: true, opacityProperty: true }) &&
        one.closest('[role=tooltip]') === null,
    );
    const isWider = (one: Element) => one.scrollWidth > one.clientWidth + 1;
    const overflowOf = (one: Element) => view.getComputedStyle(one).overflowX;
    /** A table has a box of its own to be wide in. */
    const holdsTable = (one: Element) => one.querySelector(':scope > table, :scope > * > table') !== null;
    const mayScroll = (one: Element) => one === page.documentElement || /auto|scroll/.test(overflowOf(one));
    const isControl = (one: Element) =>
      one.matches('a[href], button, select, textarea, input:not([type=checkbox], [type=radio], [type=file])');
    const hasWords = (one: Element) =>
      [...one.childNodes].some(({ nodeType, data }) => nodeType === 3 && data.trim() !== '');
    const faultOf = (one: Element): string | null => {
      one.scrollIntoView({ block: 'center' });
      const [box] = one.getClientRects();
      // For screen readers alone, or there only once it has the focus.
      if (!box || box.width <= 1 || box.height <= 1 || box.right <= 0 || box.bottom <= 0) return null;
      if (holdsTable(one) || one.closest('table') !== null) return null;
      if (box.left < -1 || box.right > view.innerWidth + 1) return 'is cut off';
      const hit = page.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
      const isFree = one.contains(hit) || hit?.closest('label, button, a, summary')?.contains(one);
      if (!isFree) return 'is covered';
      return one.closest('button') !== null && isWider(one) ? 'has no room for its words' : null;
    };
    const found = all
      .filter((one) => isWider(one) && mayScroll(one) && !holdsTable(one))
      .map((one) => ['scrolls sideways', one]);
    for (const one of all) {
      const fault = isControl(one) || hasWords(one) ? faultOf(one) : null;
      if (fault !== null) found.push([fault, one]);
    }
    return found.map(([fault, one]) => `${fault}: ${one.outerHTML.slice(0, 160)}`);
  });
  return faults.map((fault) => `${where}: ${fault}`);
}
