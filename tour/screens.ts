import type { Page } from 'playwright-core';
import { settled, type Person } from './visit.js';
import type { World } from './world.js';

export interface Screen {
  /** Of its pictures: the same in every run. */
  readonly name: string;
  readonly title: string;
  /** As the address bar has it, ids left out. */
  readonly route: string;
  /** What a person comes here for. */
  readonly purpose: string;
  readonly person: Person;
  open(page: Page, world: World): Promise<void>;
  /** Comes only once it is in sight: a picture waits for it. */
  readonly drawnLast?: string;
}

/** Opens an address of the product and waits until all of it is there. */
export async function goTo(page: Page, { address }: World, path: string): Promise<void> {
  if (!(await hop(page, address, path))) await page.goto(`${address}${path}`);
  await settled(page);
}

/** From one screen of the inbox to another without loading it anew; false where that is not possible. */
async function hop(page: Page, address: string, path: string): Promise<boolean> {
  if (!page.url().startsWith(`${address}/inbox`) || !path.startsWith('/inbox/')) return false;
  return (await page.evaluate(`(async () => {
    for (const path of ['/inbox/tidak-ada', ${JSON.stringify(path)}]) {
      history.pushState({}, '', path);
      dispatchEvent(new PopStateEvent('popstate'));
      await new Promise((done) => setTimeout(done, 60));
    }
    const isCovered = [...document.querySelectorAll('[role=dialog], [role=menu], [role=listbox]')].some((one) => one.checkVisibility());
    return !isCovered && location.pathname + location.search === ${JSON.stringify(path)};
  })()`)) as boolean;
}

const page = (name: string, title: string, path: string, purpose: string): Screen => ({
  name,
  title,
  route: `/inbox/${path}`,
  purpose,
  person: 'admin',
  open: (window, world) => goTo(window, world, `/inbox/${path}`),
});

async function openReport(window: Page, world: World, index = 0): Promise<void> {
  await goTo(window, world, `/inbox/laporan/${world.reportIds[index] ?? ''}`);
  await window.getByRole('article').first().waitFor();
}

/** What a new installation shows before anything has come. */
export const EMPTY_SCREENS: readonly Screen[] = [
  page('first-steps', 'First steps', '', 'A new installation: the way to the first answer'),
  page('empty-overview', 'Overview, nothing there yet', 'ikhtisar', 'Says what will stand here'),
];

export const INBOX_SCREENS: readonly Screen[] = [
  {
    name: 'sign-in',
    title: 'Sign in',
    route: '/inbox/masuk',
    purpose: 'Officers and admins come in',
    person: 'visitor',
    open: (window, world) => goTo(window, world, '/inbox/masuk'),
  },
  {
    name: 'activation',
    title: 'Activation',
    route: '/inbox/aktivasi?token=…',
    purpose: 'Somebody invited sets their name and password',
    person: 'visitor',
    open: (window, world) =>
      goTo(window, world, new URL(world.invitation).pathname + new URL(world.invitation).search),
  },
  page('inbox', 'Inbox', '', 'Every report of every channel, filtered, searched, sorted'),
  {
    name: 'report',
    title: 'A report',
    route: '/inbox/laporan/:id',
    purpose: 'One matter: what was written, its class and why, the answer',
    person: 'admin',
    open: (window, world) => openReport(window, world),
  },
  {
    name: 'report-details',
    title: 'A report’s details',
    route: '/inbox/laporan/:id, “Rincian”',
    purpose: 'Contact, incident, clocks and all that happened',
    person: 'admin',
    open: async (window, world) => {
      await openReport(window, world);
      const details = window.getByRole('button', { name: 'Rincian' });
      if (await details.isVisible()) await details.click();
      await window.getByRole('region', { name: 'Riwayat' }).scrollIntoViewIfNeeded();
      await settled(window);
    },
  },
  {
    name: 'palette',
    title: 'Command palette',
    route: '/inbox/, Ctrl+K',
    purpose: 'Finds every page, view and action by its name',
    person: 'admin',
    open: async (window, world) => {
      await goTo(window, world, '/inbox/');
      await window.keyboard.press('Control+k');
      await window.getByRole('dialog').waitFor();
    },
  },
  {
    name: 'keys',
    title: 'Keys',
    route: '/inbox/, ?',
    purpose: 'Every key that the inbox listens to',
    person: 'admin',
    open: async (window, world) => {
      await goTo(window, world, '/inbox/');
      await window.keyboard.press('?');
      await window.getByRole('dialog').waitFor();
    },
  },
  page('print', 'Print', 'cetak', 'The list laid out for paper'),
  {
    ...page('overview', 'Overview', 'ikhtisar', 'How much comes, from where, and how quickly it is answered'),
    drawnLast: 'path.map-land',
  },
  page('connections', 'Connections', 'koneksi', 'The channels: connect, look after, pause'),
  page('agencies', 'Agencies', 'instansi', 'Whom reports are sent on to'),
  page('answer-templates', 'Answer templates', 'templat', 'Words that are written again and again'),
  page('topics', 'Topics', 'topik', 'What reports are about, and who handles it'),
  page('lexicon', 'Lexicon', 'kamus', 'Words of the region that the classifier shall understand'),
  page('place-names', 'Place names', 'nama-tempat', 'What people here call a place'),
  page('clock-rules', 'Legal clocks', 'tenggat', 'How long an answer may take, and the working calendar'),
  page('routing-rules', 'Routing rules', 'aturan', 'What is sent on by itself'),
  page('model', 'Model', 'model', 'How good the classifier is, and training it on corrections'),
  page('users', 'Users', 'pengguna', 'Who may come in, and as what'),
  page('api-tokens', 'API tokens', 'token', 'Access for programs'),
  page('audit-log', 'Audit log', 'catatan', 'Who did what, and when'),
  page('retention', 'Retention', 'retensi', 'How long what is kept'),
  page('system-health', 'System health', 'kesehatan', 'Whether every part works'),
  page('settings', 'Settings', 'pengaturan', 'The organisation, approval of answers, the map'),
  page('not-found', 'Not found', 'tidak-ada', 'An address that leads nowhere'),
];
