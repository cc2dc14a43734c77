import type { Page } from 'playwright-core';
import { seriousFaults } from '../support/accessibility.js';
import type { InboxSystem } from '../support/inbox-system.js';

const PAGES =
  'ikhtisar koneksi instansi templat topik pengguna token pengaturan aturan kamus nama-tempat model kesehatan catatan tenggat retensi cetak tidak-ada'.split(
    ' ',
  );
const WIDTHS = [360, 768, 1440];

/** Goes to a page as a link does: nothing is loaded anew, and axe stays where it is. */
export async function follow(page: Page, path: string): Promise<void> {
  await page.evaluate(
    `history.pushState({}, '', '/inbox/${path}'); dispatchEvent(new PopStateEvent('popstate'))`,
  );
  await page.waitForURL(`**/inbox/${path}`);
  await settled(page);
}

/** The page says what it is, and waits for nothing. */
export async function settled(page: Page): Promise<void> {
  await page.getByRole('main').getByRole('heading').first().waitFor();
  await page
    .locator('main [role=status]')
    .filter({ hasText: /^(Memuat|Loading)/ })
    .first()
    .waitFor({ state: 'detached' });
}

/** Every screen of the inbox in a language, at the widths of a phone, a tablet and a desk: what axe finds serious. */
export async function lookAtScreens(
  page: Page,
  address: string,
  language: string,
  reportId: string,
): Promise<string[]> {
  const faults: string[] = [];
  // Halfway through a transition nothing has its colour.
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.evaluate(`localStorage.setItem('wadah.language', '${language}')`);
  await page.goto(`${address}/inbox/`);
  await settled(page);
  await page.getByRole('main').locator('button[aria-expanded]').first().click();
  await page.keyboard.press('x');
  for (const path of ['', ...PAGES, `laporan/${reportId}`]) {
    if (path !== '') await follow(page, path);
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 800 });
      await settled(page);
      faults.push(...(await seriousFaults(page, `${language} ${width} /${path}`)));
    }
  }
  return faults;
}

/** What is seen without an account, or when something is wrong. */
export async function lookAtEntries(system: InboxSystem, language: string): Promise<string[]> {
  const faults: string[] = [];
  const { url } = system.api;
  const visitor = await system.people.officer();
  const look = async (path: string, where = path) => {
    await visitor.goto(url + path);
    await visitor.getByRole('heading').or(visitor.getByRole('alert')).first().waitFor();
    for (const width of WIDTHS) {
      await visitor.setViewportSize({ width, height: 800 });
      faults.push(...(await seriousFaults(visitor, `${language} ${width} ${where}`)));
    }
  };
  await visitor.goto(`${url}/inbox/masuk`);
  await visitor.evaluate(`localStorage.setItem('wadah.language', '${language}')`);
  const link = await system.admin.call('POST', '/users', {
    name: 'Rina',
    email: `rina.${language}@example.go.id`,
    role: 'officer',
    agencyId: null,
  });
  await look('/inbox/masuk');
  await look(new URL(link.body.link).pathname + new URL(link.body.link).search, 'activation');
  await look('/inbox/aktivasi?token=tidak-berlaku', 'a link that is over');
  for (const path of ['/lapor', '/lacak', '/lacak/laporan']) await look(`${path}?bahasa=${language}`);
  await visitor.route('**/api/v1/session', (route) => route.abort());
  await look('/inbox/', 'without the server');
  await visitor.context().close();
  return faults;
}
