import { html, type Html } from './html.js';
import { addressIn, type Language } from './language.js';
import type { Page } from './page-frame.js';

/** What the citizen is told after sending. */
export type Receipt =
  | { readonly kind: 'ticket'; readonly ticketCode: string; readonly trackingSecret: string }
  | { readonly kind: 'pending' }
  | { readonly kind: 'set-aside' }
  | { readonly kind: 'gone' };

const ASKS_AGAIN_SECONDS = 2;

const TEXTS = {
  kept: { id: 'Laporan Anda sudah kami terima', en: 'We have received your report' },
  keepCodes: {
    id: 'Catat atau foto kedua kode ini. Dengan kode ini Anda membaca jawaban; tanpa kode ini kami tidak dapat menampilkannya.',
    en: 'Write down or photograph both codes. They open the answer; without them we cannot show it to you.',
  },
  ticket: { id: 'Kode tiket', en: 'Ticket code' },
  secret: { id: 'Kode rahasia', en: 'Secret code' },
  next: {
    id: 'Petugas membaca laporan Anda. Jawaban muncul di halaman lacak.',
    en: 'An officer will read your report. The answer appears on the tracking page.',
  },
  open: { id: 'Lihat laporan saya', en: 'Open my report' },
  pending: {
    id: 'Laporan tersimpan dan sedang diberi kode. Halaman ini memuat ulang sendiri; jangan kirim lagi.',
    en: 'Your report is stored and is being given its code. This page reloads by itself; please do not send it again.',
  },
  aside: {
    id: 'Tulisan Anda tersimpan, tetapi disisihkan karena tampak dikirim oleh program atau tidak terbaca. Petugas dapat melihatnya. Bila ini keliru, tulis sekali lagi.',
    en: 'Your text is stored but was set aside because it looks sent by a program or could not be read. Officers can see it. If that is wrong, please write once more.',
  },
  gone: {
    id: 'Halaman ini sudah ditutup. Buka laporan Anda dengan kode tiket dan kode rahasia.',
    en: 'This page has been closed. Open your report with the ticket code and the secret code.',
  },
};

export function receiptPage(receipt: Receipt, language: Language): Page {
  return {
    title: TEXTS.kept,
    content: contentOf(receipt, language),
    ...(receipt.kind === 'pending' && { refreshSeconds: ASKS_AGAIN_SECONDS }),
  };
}

function contentOf(receipt: Receipt, language: Language): Html {
  switch (receipt.kind) {
    case 'pending':
      return html`<p role="status">${TEXTS.pending[language]}</p>`;
    case 'set-aside':
      return html`<div class="notice bad"><p>${TEXTS.aside[language]}</p></div>`;
    case 'gone':
      return html`<p>${TEXTS.gone[language]}</p>
        <p><a href="${addressIn(language, '/lacak')}">${TEXTS.open[language]}</a></p>`;
    case 'ticket':
      return html`
        <dl class="codes">
          <dt>${TEXTS.ticket[language]}</dt>
          <dd id="ticket-code">${receipt.ticketCode}</dd>
          <dt>${TEXTS.secret[language]}</dt>
          <dd id="tracking-secret">${receipt.trackingSecret}</dd>
        </dl>
        <p><strong>${TEXTS.keepCodes[language]}</strong></p>
        <p>${TEXTS.next[language]}</p>
        <form method="post" action="${addressIn(language, '/lacak')}">
          <input type="hidden" name="ticketCode" value="${receipt.ticketCode}" />
          <input type="hidden" name="trackingSecret" value="${receipt.trackingSecret}" />
          <button type="submit">${TEXTS.open[language]}</button>
        </form>
      `;
  }
}
