import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { eventually } from '../support/eventually.js';
import { ADMIN } from '../support/first-admin.js';
import { canShowInbox, startInboxSystem, type InboxSystem } from '../support/inbox-system.js';
import { photo } from '../support/pictures.js';
import { WhatsAppDouble } from '../support/whatsapp-double.js';
import { changeMany } from './bulk-journey.js';
import { keepDrafts } from './drafts-journey.js';
import { fillShelves, lookIntoDialogs } from './every-dialog.js';
import { lookAtEntries, lookAtScreens } from './every-screen.js';
import { flagReport } from './flags-journey.js';
import { doWithoutKeys, keepView, pointAtRow, takeFiltersAway } from './list-journey.js';
import { scrollFar } from './long-list-journey.js';
import { takeNewVersion } from './new-version-journey.js';
import { lookBesideReport } from './report-dialogs.js';
import { answerZoomed, lookAtZoomed, lookAtZoomedCitizen } from './zoomed.js';

if (!canShowInbox) console.warn('SKIPPED: screens of the inbox; run npm run build and install Chromium');
const journey = canShowInbox ? describe : describe.skip;

const A_FEW_MINUTES = 240_000;
let system: InboxSystem;
let whatsapp: WhatsAppDouble;
let sari: Page;
let citizens = 92_000;

const send = (text: string) => system.telegram.sendPrivateText({ id: ++citizens, firstName: 'Warga' }, text);
const idsOf = async (query: string): Promise<string[]> =>
  (await system.admin.call('GET', `/reports?limit=100&${query}`)).body.items.map(
    ({ id }: { id: string }) => id,
  );
/** The one report of these words, once it has come. */
const idOf = (words: string) => eventually(words, async () => (await idsOf(`q=${words}`))[0]);

if (canShowInbox) {
  beforeAll(async () => {
    [system, whatsapp] = await Promise.all([startInboxSystem(), new WhatsAppDouble().start()]);
    await system.admin.call('POST', '/agencies', { code: 'dpu', name: 'Dinas PU', shortName: 'DPU' });
    sari = await system.enter(ADMIN.email, ADMIN.password);
    await send('Ayunan taman Bukit Pelangi berkarat');
  }, A_FEW_MINUTES);
  afterAll(async () => {
    await system.close();
    await whatsapp.stop();
  }, A_FEW_MINUTES);
}

journey('an officer at a list without end', () => {
  it(
    'goes far down, comes back to the same row, and asks again for what the network lost',
    () => scrollFar(sari, system.api.url, send),
    A_FEW_MINUTES,
  );
});

journey('an officer at the list', () => {
  it(
    'clicks the row under the pointer although another came in above it',
    () => pointAtRow(sari, system.api.url, send),
    A_FEW_MINUTES,
  );

  it('sees what narrows it, and takes that away', () => takeFiltersAway(sari, system.api.url), A_FEW_MINUTES);

  it(
    'keeps a view for all, renames it, and removes it after a question',
    () => keepView(sari, system.api.url),
    A_FEW_MINUTES,
  );

  it('can do without single keys', () => doWithoutKeys(sari, system.api.url), A_FEW_MINUTES);
});

journey('an officer and what is urgent', () => {
  it(
    'sets each flag and takes it back; danger to life says 112',
    async () => {
      const id = await idOf('ayunan');
      await sari.goto(`${system.api.url}/inbox/laporan/${id}`);
      await flagReport(sari, system.admin, id);
    },
    A_FEW_MINUTES,
  );
});

journey('an officer and many reports at once', () => {
  it(
    'looks at each action, runs one for all that match, sees what was refused, and takes it back',
    async () => {
      for (const street of ['Mawar', 'Melati', 'Anggrek']) await send(`Lampu di Jalan ${street} padam`);
      await eventually('three reports', async () => (await idsOf('q=lampu')).length === 3);
      const id = await idOf('anggrek');
      const { version } = (await system.admin.call('GET', `/reports/${id}`)).body;
      await system.admin.call('POST', `/reports/${id}/status`, { status: 'closed', version });
      await changeMany(sari, system.api.url, id);
    },
    A_FEW_MINUTES,
  );
});

journey('an admin with a form that is not saved yet', () => {
  it(
    'is asked before it is left, and overwrites nothing that a colleague saved',
    () => keepDrafts(sari, system.api.url, system.admin),
    A_FEW_MINUTES,
  );
});

journey('an officer and a new version', () => {
  it(
    'is offered it, takes it, and has lost no word',
    async () => {
      const page = await system.enter(ADMIN.email, ADMIN.password, await system.people.returningOfficer());
      const id = await idOf('ayunan');
      await takeNewVersion(page, system.screens, `${system.api.url}/inbox/laporan/${id}`);
    },
    A_FEW_MINUTES,
  );
});

journey('every screen', () => {
  it.each(['id', 'en'])(
    'has no serious fault for axe, in "%s"',
    async (language) => {
      const reportId = await idOf('ayunan');
      expect(await lookAtScreens(sari, system.api.url, language, reportId)).toEqual([]);
      expect(await lookAtEntries(system, language)).toEqual([]);
    },
    4 * A_FEW_MINUTES,
  );

  it(
    'opens dialogs, menus and drawers that hold the focus, give it back, and have no serious fault',
    async () => {
      const reportId = await idOf('ayunan');
      await fillShelves(system.admin, whatsapp);
      await sari.evaluate(`localStorage.setItem('wadah.language', 'id')`);
      await sari.goto(`${system.api.url}/inbox/`);
      expect(await lookIntoDialogs(sari, reportId)).toEqual([]);
    },
    4 * A_FEW_MINUTES,
  );

  it(
    'opens what is beside a report, and its pictures, in the same way',
    async () => {
      system.telegram.sendPhoto({ id: ++citizens, firstName: 'Warga' }, 'Kolam keruh', await photo());
      const reportId = await idOf('kolam');
      expect(await lookBesideReport(sari, reportId)).toEqual([]);
    },
    A_FEW_MINUTES,
  );

  it(
    'is whole at 200 % and 400 %, and a report can be answered there',
    async () => {
      expect(await lookAtZoomed(sari, system.api.url, await idOf('ayunan'))).toEqual([]);
      await answerZoomed(sari);
      expect(await lookAtZoomedCitizen(system)).toEqual([]);
    },
    A_FEW_MINUTES,
  );

  it('has run without an error', () => {
    expect(system.people.problems.filter((problem) => !problem.includes('Failed to load resource'))).toEqual(
      [],
    );
  });
});
