import { html, type Html } from './html.js';
import { addressIn, type Bilingual, type Language } from './language.js';
import type { Page } from './page-frame.js';

/** What a citizen was sending when it went wrong. */
export interface FailedSubmission {
  /** Path and query it was sent to. */
  readonly address: string;
  readonly fields: Readonly<Record<string, string>>;
  /** Photos may have been among it. */
  readonly hasFiles: boolean;
}

const NOT_FOUND: Bilingual = { id: 'Halaman tidak ditemukan', en: 'Page not found' };
const BROKEN: Bilingual = { id: 'Layanan sedang terganggu', en: 'The service is disturbed' };
const TEXTS = {
  unsent: {
    id: 'Kami belum dapat memastikan bahwa tulisan Anda tersimpan. Tunggu sebentar, lalu kirim lagi dari halaman ini: tulisan yang sama tidak akan tercatat dua kali.',
    en: 'We could not make sure that your text is stored. Wait a moment, then send it again from this page: the same text will not be recorded twice.',
  },
  unread: {
    id: 'Tunggu sebentar, lalu muat ulang halaman ini.',
    en: 'Wait a moment, then reload this page.',
  },
  refused: {
    id: 'Periksa alamatnya, atau mulai lagi dari halaman laporan.',
    en: 'Check the address, or start again from the report page.',
  },
  text: { id: 'Tulisan Anda', en: 'Your text' },
  photos: { id: 'Foto (pilih lagi)', en: 'Photos (please choose them again)' },
  tooLarge: {
    id: 'Foto-fotonya terlalu besar, jadi belum ada yang terkirim. Kirim lagi dengan foto yang lebih sedikit atau lebih kecil.',
    en: 'The photos are too large, so nothing was sent. Send again with fewer or smaller photos.',
  },
  again: { id: 'Kirim lagi', en: 'Send again' },
  report: { id: 'Tulis laporan', en: 'Write a report' },
};

export function errorPage(status: number, sent: FailedSubmission | null, language: Language): Page {
  if (status === 413 && sent) return { title: BROKEN, content: sendAgain(sent, TEXTS.tooLarge, language) };
  if (status < 500) {
    return {
      title: status === 404 ? NOT_FOUND : BROKEN,
      content: html`<p>${TEXTS.refused[language]}</p>
        <p><a href="${addressIn(language, '/lapor')}">${TEXTS.report[language]}</a></p>`,
    };
  }
  return {
    title: BROKEN,
    content: sent ? sendAgain(sent, TEXTS.unsent, language) : html`<p>${TEXTS.unread[language]}</p>`,
  };
}

/** All that was sent, with the id that makes sending it again harmless. */
function sendAgain(
  { address, fields, hasFiles }: FailedSubmission,
  why: Bilingual,
  language: Language,
): Html {
  const { text, ...others } = fields;
  return html`<p>${why[language]}</p>
    <form method="post" action="${address}" ${hasFiles && html`enctype="multipart/form-data"`}>
      ${Object.entries(others).map(
        ([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`,
      )}
      ${
        text !== undefined &&
        html`<div class="field">
          <label for="text">${TEXTS.text[language]}</label>
          <textarea id="text" name="text" rows="8">${'\n'}${text}</textarea>
        </div>`
      }
      ${
        hasFiles &&
        html`<div class="field">
          <label for="photos">${TEXTS.photos[language]}</label>
          <input type="file" id="photos" name="photos" accept="image/jpeg,image/png,image/webp" multiple />
        </div>`
      }
      <button type="submit">${TEXTS.again[language]}</button>
    </form>`;
}
