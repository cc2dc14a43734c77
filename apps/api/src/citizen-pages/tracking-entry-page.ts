import { html } from './html.js';
import { addressIn, type Bilingual, type Language } from './language.js';
import type { Page } from './page-frame.js';

export interface TrackingEntry {
  readonly ticketCode: string;
  /** As it was typed, to be checked: it goes back to nobody but who has just sent it. */
  readonly trackingSecret?: string;
  readonly problem?: Bilingual;
  /** Written on a report's page that was closed meanwhile; goes on to that page. */
  readonly text?: string;
}

const TEXTS = {
  title: { id: 'Lacak laporan', en: 'Track a report' },
  lead: {
    id: 'Isi kedua kode yang Anda terima setelah mengirim laporan. Bila Anda menulis lewat kanal lain (misalnya aplikasi pesan atau media sosial), jawabannya ada di sana.',
    en: 'Enter both codes that you got after sending your report. If you wrote through another channel (such as a messenger or social media), the answer is there.',
  },
  ticket: { id: 'Kode tiket', en: 'Ticket code' },
  ticketHelp: { id: 'Contoh: A3F-7KMP', en: 'Example: A3F-7KMP' },
  secret: { id: 'Kode rahasia', en: 'Secret code' },
  secretHelp: { id: 'Contoh: HW4K-9PTD', en: 'Example: HW4K-9PTD' },
  text: { id: 'Tambahan Anda, belum terkirim', en: 'Your addition, not sent yet' },
  open: { id: 'Buka laporan', en: 'Open the report' },
};

export function trackingEntryPage(
  { ticketCode, trackingSecret = '', problem, text = '' }: TrackingEntry,
  language: Language,
): Page {
  return {
    title: TEXTS.title,
    ...(text === '' && { path: '/lacak' }),
    content: html`
      <p>${TEXTS.lead[language]}</p>
      ${
        problem &&
        html`<div class="notice bad" id="problem" role="alert" tabindex="-1" autofocus>
          <p>${problem[language]}</p>
        </div>`
      }
      <form method="post" action="${addressIn(language, '/lacak')}">
        ${codeField('ticketCode', TEXTS.ticket[language], TEXTS.ticketHelp[language], ticketCode, problem)}
        ${codeField(
          'trackingSecret',
          TEXTS.secret[language],
          TEXTS.secretHelp[language],
          trackingSecret,
          problem,
        )}
        ${
          text !== '' &&
          html`<div class="field">
            <label for="text">${TEXTS.text[language]}</label>
            <textarea id="text" name="text" rows="4">${'\n'}${text}</textarea>
          </div>`
        }
        <button type="submit">${TEXTS.open[language]}</button>
      </form>
    `,
  };
}

function codeField(name: string, label: string, help: string, value: string, problem: Bilingual | undefined) {
  return html`<div class="field">
    <label for="${name}">${label}</label>
    <p class="help" id="${name}-help">${help}</p>
    <input
      id="${name}"
      name="${name}"
      value="${value}"
      maxlength="60"
      autocomplete="off"
      autocapitalize="characters"
      spellcheck="false"
      aria-describedby="${name}-help${problem && ' problem'}"
      required
    />
  </div>`;
}
