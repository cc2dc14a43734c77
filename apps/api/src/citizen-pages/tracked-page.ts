import type { HostedFormField } from '@app/connector-kit';
import type { FormPhotoRow, TrackedReport, TrackedText } from '@app/database';
import { fieldOf } from './form-fields.js';
import { html, type Html } from './html.js';
import { addressIn, type Bilingual, type Language } from './language.js';
import type { Page } from './page-frame.js';
import { ratingForm, type RatingView } from './rating-form.js';
import { saidWithStatus, STATUS_WORDS } from './status-words.js';

/** What the page of one report shows. */
export interface TrackedView {
  readonly report: TrackedReport;
  readonly texts: readonly TrackedText[];
  /** Null: this report cannot be added to. */
  readonly addition: {
    readonly submissionId: string;
    readonly text: string;
    readonly problem: Bilingual | undefined;
    /** Absent: only words can be added. */
    readonly photoField: HostedFormField | undefined;
    readonly photoProblem: Bilingual | undefined;
    /** Kept already, of an addition that is not sent yet. */
    readonly photos: readonly FormPhotoRow[];
  } | null;
  /** Null: there is no answer yet. */
  readonly rating: Omit<RatingView, 'ticketCode'> | null;
  readonly notice: Bilingual | undefined;
}

const TEXTS = {
  report: { id: 'Laporan', en: 'Report' },
  received: { id: 'Diterima', en: 'Received' },
  conversation: { id: 'Percakapan', en: 'Conversation' },
  photo: { id: 'Foto Anda', en: 'Your photo' },
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

export function trackedPage(
  { report, texts, addition, rating, notice }: TrackedView,
  organisation: string,
  language: Language,
  when: (instant: Date) => string,
): Page {
  const said = saidWithStatus(report, language);
  const title = {
    id: `${TEXTS.report.id} ${report.ticketCode}`,
    en: `${TEXTS.report.en} ${report.ticketCode}`,
  };
  return {
    title,
    // The other language would be fetched anew, without what is written here.
    ...(!addition?.text && !rating?.words && { path: '/lacak/laporan' }),
    hasScript: true,
    content: html`
      ${notice && html`<div class="notice" role="status"><p>${notice[language]}</p></div>`}
      <div class="notice">
        <p><strong id="status">${STATUS_WORDS[report.status].is[language]}</strong></p>
        ${said !== null && html`<p class="text">${said}</p>`}
        <p class="quiet">${STATUS_WORDS[report.status].next[language]}</p>
      </div>
      <p class="quiet">${TEXTS.received[language]} ${when(report.receivedAt)}</p>
      <h2>${TEXTS.conversation[language]}</h2>
      <ol class="talk">
        ${texts.map((text) => entryOf(text, organisation, language, when))}
      </ol>
      ${!texts.some(({ from }) => from === 'office') && html`<p>${TEXTS.noAnswer[language]}</p>`}
      ${rating && ratingForm({ ticketCode: report.ticketCode, ...rating }, language)}
      ${addition && additionForm(addition, report, language)}
      <form method="post" action="${addressIn(language, '/lacak/tutup')}">
        <button class="plain" type="submit">${TEXTS.close[language]}</button>
      </form>
    `,
  };
}

function entryOf(
  { from, text, at, photos }: TrackedText,
  organisation: string,
  language: Language,
  when: (instant: Date) => string,
): Html {
  const author = from === 'office' ? organisation : TEXTS.you[language];
  return html`<li class="${from === 'office' && 'answer'}">
    <span class="quiet"><strong>${author}</strong> · ${when(at)}</span>
    ${text !== '' && html`<p class="text">${text}</p>`} ${gallery(photos, language)}
  </li>`;
}

function gallery(photos: readonly string[], language: Language): Html | false {
  return (
    photos.length > 0 &&
    html`<ul class="gallery">
      ${photos.map(
        (id, index) =>
          html`<li>
            <img src="/lacak/laporan/foto/${id}" alt="${TEXTS.photo[language]} ${index + 1}" loading="lazy" />
          </li>`,
      )}
    </ul>`
  );
}

function additionForm(
  { submissionId, text, problem, photoField, photoProblem, photos }: NonNullable<TrackedView['addition']>,
  { ticketCode }: TrackedReport,
  language: Language,
): Html {
  return html`<form
    method="post"
    enctype="multipart/form-data"
    action="${addressIn(language, '/lacak/laporan')}"
    novalidate
  >
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
    ${photoField && fieldOf({ field: photoField, value: '', problem: photoProblem, photos }, language)}
    <button type="submit" data-send>${TEXTS.send[language]}</button>
  </form>`;
}
