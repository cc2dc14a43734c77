import type { ReportStatus } from '@app/report-model';
import type { TrackedReport, TrackedText } from '@app/database';
import { html, type Html } from './html.js';
import { addressIn, type Bilingual, type Language } from './language.js';
import type { Page } from './page-frame.js';

/** What the page of one report shows. */
export interface TrackedView {
  readonly report: TrackedReport;
  readonly texts: readonly TrackedText[];
  /** Null: this report cannot be added to. */
  readonly addition: {
    readonly submissionId: string;
    readonly text: string;
    readonly problem: Bilingual | undefined;
  } | null;
  readonly notice: Bilingual | undefined;
}

const TEXTS = {
  report: { id: 'Laporan', en: 'Report' },
  received: { id: 'Diterima', en: 'Received' },
  conversation: { id: 'Percakapan', en: 'Conversation' },
  you: { id: 'Anda', en: 'You' },
  noAnswer: {
    id: 'Belum ada jawaban. Buka lagi halaman ini nanti.',
    en: 'No answer yet. Please come back later.',
  },
  add: { id: 'Tambahkan keterangan', en: 'Add to your report' },
  addHelp: {
    id: 'Misalnya keadaan terbaru, lokasi yang lebih tepat, atau tanggapan atas jawaban.',
    en: 'For example what has changed, a more exact place, or a response to the answer.',
  },
  send: { id: 'Kirim tambahan', en: 'Send' },
  close: { id: 'Tutup halaman ini', en: 'Close this page' },
};

/** In the words of someone who has never seen a case system. */
const STATUSES: Readonly<Record<ReportStatus, Bilingual>> = {
  new: { id: 'Diterima, menunggu dibaca petugas', en: 'Received, waiting to be read by an officer' },
  verified: { id: 'Sudah dibaca, menunggu ditindaklanjuti', en: 'Read, waiting to be handled' },
  'in-progress': { id: 'Sedang ditangani', en: 'Being handled' },
  'on-hold': { id: 'Menunggu keterangan tambahan', en: 'Waiting for more details' },
  'not-our-authority': {
    id: 'Bukan wewenang kami; lihat penjelasan di bawah',
    en: 'Not within our authority; see below',
  },
  closed: { id: 'Selesai', en: 'Closed' },
  archived: { id: 'Diarsipkan', en: 'Archived' },
};

export function trackedPage(
  { report, texts, addition, notice }: TrackedView,
  organisation: string,
  language: Language,
  when: (instant: Date) => string,
): Page {
  const title = {
    id: `${TEXTS.report.id} ${report.ticketCode}`,
    en: `${TEXTS.report.en} ${report.ticketCode}`,
  };
  return {
    title,
    // The other language would be fetched anew, without what is written here.
    ...(!addition?.text && { path: '/lacak/laporan' }),
    content: html`
      ${notice && html`<div class="notice" role="status"><p>${notice[language]}</p></div>`}
      <div class="notice"><p id="status">${STATUSES[report.status][language]}</p></div>
      <p class="quiet">${TEXTS.received[language]} ${when(report.receivedAt)}</p>
      <h2>${TEXTS.conversation[language]}</h2>
      <ol class="talk">
        ${texts.map((text) => entryOf(text, organisation, language, when))}
      </ol>
      ${!texts.some(({ from }) => from === 'office') && html`<p>${TEXTS.noAnswer[language]}</p>`}
      ${addition && additionForm(addition, report, language)}
      <form method="post" action="${addressIn(language, '/lacak/tutup')}">
        <button class="plain" type="submit">${TEXTS.close[language]}</button>
      </form>
    `,
  };
}

function entryOf(
  { from, text, at }: TrackedText,
  organisation: string,
  language: Language,
  when: (instant: Date) => string,
): Html {
  const author = from === 'office' ? organisation : TEXTS.you[language];
  return html`<li class="${from === 'office' && 'answer'}">
    <span class="quiet"><strong>${author}</strong> · ${when(at)}</span>
    <p class="text">${text}</p>
  </li>`;
}

function additionForm(
  { submissionId, text, problem }: NonNullable<TrackedView['addition']>,
  { ticketCode }: TrackedReport,
  language: Language,
): Html {
  return html`<form method="post" action="${addressIn(language, '/lacak/laporan')}" novalidate>
    <input type="hidden" name="submissionId" value="${submissionId}" />
    <input type="hidden" name="ticketCode" value="${ticketCode}" />
    <div class="field${problem && ' wrong'}">
      <label for="text">${TEXTS.add[language]}</label>
      <p class="help" id="text-help">${TEXTS.addHelp[language]}</p>
      ${problem && html`<p class="problem" id="text-problem" role="alert">${problem[language]}</p>`}
      <textarea
        id="text"
        name="text"
        rows="4"
        aria-describedby="text-help${problem && ' text-problem'}"
        ${problem && html`aria-invalid="true" autofocus`}
        required
      >
${'\n'}${text}</textarea>
    </div>
    <button type="submit">${TEXTS.send[language]}</button>
  </form>`;
}
