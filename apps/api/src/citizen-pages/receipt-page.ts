import { html, type Html } from './html.js';
import { addressIn, type Bilingual, type Language } from './language.js';
import type { Page } from './page-frame.js';

/** What the citizen is told after sending. */
export type Receipt =
  | { readonly kind: 'ticket'; readonly ticketCode: string; readonly trackingSecret: string }
  | { readonly kind: 'pending' }
  | { readonly kind: 'set-aside' }
  | { readonly kind: 'gone' };

const ASKS_AGAIN_SECONDS = 2;

const TITLES: Readonly<Record<Receipt['kind'], Bilingual>> = {
  ticket: { id: 'Laporan Anda sudah kami terima', en: 'We have received your report' },
  pending: { id: 'Laporan Anda sudah kami terima', en: 'We have received your report' },
  'set-aside': { id: 'Tulisan Anda disisihkan', en: 'Your text was set aside' },
  gone: { id: 'Halaman ini sudah ditutup', en: 'This page has been closed' },
};
const TEXTS = {
  keepCodes: {
    id: 'Simpan kedua kode ini: catat, foto, atau cetak. Tanpa keduanya jawaban tidak dapat dibuka.',
    en: 'Keep both codes: write them down, take a photo or print this page. Without them the answer cannot be opened.',
  },
  ticket: { id: 'Kode tiket', en: 'Ticket code' },
  secret: { id: 'Kode rahasia', en: 'Secret code' },
  next: {
    id: 'Petugas membaca laporan Anda. Jawabannya dapat dibaca di',
    en: 'An officer will read your report. The answer can be read at',
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
    id: 'Buka laporan Anda dengan kode tiket dan kode rahasia.',
    en: 'Open your report with the ticket code and the secret code.',
  },
};

/** @param trackingAddress for the paper: where the codes are entered */
export function receiptPage(receipt: Receipt, trackingAddress: string, language: Language): Page {
  return {
    title: TITLES[receipt.kind],
    path: '/lapor/diterima',
    content: contentOf(receipt, trackingAddress, language),
    ...(receipt.kind === 'pending' && { refreshSeconds: ASKS_AGAIN_SECONDS }),
  };
}

function contentOf(receipt: Receipt, trackingAddress: string, language: Language): Html {
  switch (receipt.kind) {
    case 'pending':
      return html`<p role="status">${TEXTS.pending[language]}</p>`;
    case 'set-aside':
      return html`<p>${TEXTS.aside[language]}</p>`;
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
        <p>${TEXTS.next[language]} <strong>${trackingAddress}</strong></p>
        <form method="post" action="${addressIn(language, '/lacak')}">
          <input type="hidden" name="ticketCode" value="${receipt.ticketCode}" />
          <input type="hidden" name="trackingSecret" value="${receipt.trackingSecret}" />
          <button type="submit">${TEXTS.open[language]}</button>
        </form>
      `;
  }
}
