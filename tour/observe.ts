import type { Page } from 'playwright-core';
import { settled } from './visit.js';

/** What happened in a page since the last look. */
export class Observer {
  /** What must not happen at all: errors of the page, answers of 500 and above. */
  readonly faults: string[] = [];
  private events: string[] = [];
  private before = { address: '', digest: 0, layers: '' };

  constructor(private readonly page: Page) {
    page.on('pageerror', (error) => this.faults.push(`${page.url()}: ${error.message}`));
    page.on('response', (answer) => {
      if (answer.status() >= 500) this.faults.push(`${answer.status()} ${answer.url()}`);
    });
    page.on('request', (request) => {
      const { pathname } = new URL(request.url());
      const isOurs = pathname.startsWith('/api/v1/') && !pathname.endsWith('/presence');
      if (isOurs && request.method() !== 'GET')
        this.events.push(`${request.method()} ${withoutIds(pathname)}`);
    });
    page.on('download', (download) =>
      this.events.push(`download ${withoutIds(download.suggestedFilename())}`),
    );
    page.on('filechooser', () => this.events.push('asks for a file'));
    page.on('dialog', (dialog) => {
      this.events.push(`browser asks: ${dialog.message() || dialog.type()}`);
      void dialog.accept().catch(() => undefined);
    });
    page.context().on('page', (other) => {
      this.events.push('opens a window');
      void other.close().catch(() => undefined);
    });
  }

  async mark(): Promise<void> {
    await this.page.evaluate('tour.said = ""');
    this.before = await this.look();
    this.events = [];
  }

  /** The most telling effect since the mark; null when nothing happened. */
  async effect(patienceMs: number): Promise<string | null> {
    for (const end = Date.now() + patienceMs; ;) {
      await settled(this.page);
      const found = await this.compare();
      if (found !== null || Date.now() > end) return found;
    }
  }

  private async compare(): Promise<string | null> {
    const now = await this.look();
    const said = (await this.page.evaluate('tour.said')) as string;
    const own = this.events.length > 0 ? [...new Set(this.events)].slice(0, 2).join(', ') : said;
    if (now.address !== this.before.address) return join(own, `address ${withoutIds(now.address)}`);
    if (now.layers !== this.before.layers) {
      const opened = now.layers.startsWith(this.before.layers);
      return join(own, opened ? 'opens a dialog or menu' : 'closes it');
    }
    if (own) return own;
    if (now.digest !== this.before.digest) return 'page changes';
    const focus = (await this.page.evaluate(FOCUS)) as string;
    return focus ? `focus: ${focus}` : null;
  }

  private async look(): Promise<{ address: string; digest: number; layers: string }> {
    return (await this.page.evaluate(`({
      address: location.pathname + location.search + location.hash, digest: tour.digest(),
      layers: [...document.querySelectorAll('[role=dialog], [role=alertdialog], [role=menu], [role=listbox]')]
        .filter((one) => one.checkVisibility()).map(() => '+').join(''),
    })`)) as { address: string; digest: number; layers: string };
  }
}

/** A field that has the focus, with the browser's own message about it, or the page's main part. */
const FOCUS = `(() => {
  const { activeElement: one } = document;
  if (!one?.matches('input, textarea, select, main')) return '';
  return one.validationMessage || one.getAttribute('aria-label') || one.labels?.[0]?.innerText || one.tagName.toLowerCase();
})()`;

const join = (...parts: readonly string[]): string => parts.filter(Boolean).join(', ');
const withoutIds = (text: string): string =>
  text.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, ':id').replace(/\d{4}-\d\d-\d\d\S*/, ':date');
