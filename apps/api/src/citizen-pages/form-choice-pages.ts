import type { OpenForm } from './find-forms.service.js';
import { formPath } from './form-page.js';
import { html } from './html.js';
import { addressIn, type Language } from './language.js';
import type { Page } from './page-frame.js';

const TEXTS = {
  choose: { id: 'Kepada siapa Anda menulis?', en: 'Whom do you write to?' },
  track: { id: 'Lacak laporan', en: 'Track a report' },
  closed: { id: 'Formulir sedang ditutup', en: 'The form is closed' },
  closedHelp: {
    id: 'Saat ini laporan tidak diterima lewat halaman ini. Laporan yang sudah dikirim tetap dapat dilacak.',
    en: 'Reports are not taken on this page at present. Reports that were sent can still be tracked.',
  },
};

export function choicePage(forms: readonly OpenForm[], language: Language): Page {
  return {
    title: TEXTS.choose,
    path: '/lapor',
    content: html`<ul>
      ${forms.map(
        ({ row }) => html`<li><a href="${addressIn(language, formPath(row.id))}">${row.name}</a></li>`,
      )}
    </ul>`,
  };
}

export function closedPage(language: Language): Page {
  return {
    title: TEXTS.closed,
    path: '/lapor',
    content: html`<p>${TEXTS.closedHelp[language]}</p>
      <p><a href="${addressIn(language, '/lacak')}">${TEXTS.track[language]}</a></p>`,
  };
}
