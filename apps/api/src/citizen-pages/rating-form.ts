import type { ReportRatingRow } from '@app/database';
import { html, type Html } from './html.js';
import { addressIn, type Bilingual, type Language } from './language.js';

/** What the citizen is asked about the answer. */
export interface RatingView {
  readonly ticketCode: string;
  readonly given: ReportRatingRow | null;
  /** Written, but not taken: why. */
  readonly problem?: Bilingual | undefined;
  readonly words?: string | undefined;
}

/** More is a story for the report itself. */
export const MAX_RATING_WORDS = 1_000;

const TEXTS = {
  title: { id: 'Nilai jawaban kami', en: 'Rate our answer' },
  question: { id: 'Apakah jawaban ini membantu Anda?', en: 'Did this answer help you?' },
  given: { id: 'Penilaian Anda:', en: 'Your rating:' },
  thanks: { id: 'Terima kasih. Anda boleh mengubahnya.', en: 'Thank you. You may change it.' },
  words: { id: 'Alasannya', en: 'Why' },
  optional: { id: '(boleh dikosongkan)', en: '(optional)' },
  send: { id: 'Kirim penilaian', en: 'Send rating' },
};
const STARS: readonly (readonly [number, Bilingual])[] = [
  [5, { id: '5 – sangat membantu', en: '5 – very well' }],
  [4, { id: '4 – membantu', en: '4 – well' }],
  [3, { id: '3 – cukup', en: '3 – so-so' }],
  [2, { id: '2 – kurang membantu', en: '2 – not well' }],
  [1, { id: '1 – tidak membantu', en: '1 – not at all' }],
];

export function ratingForm({ ticketCode, given, problem, words }: RatingView, language: Language): Html {
  const chosen = STARS.find(([stars]) => stars === given?.stars);
  return html`<h2 id="rating">${TEXTS.title[language]}</h2>
    ${
      chosen &&
      html`<p>
        ${TEXTS.given[language]} <strong id="given-rating">${chosen[1][language]}</strong>.
        ${TEXTS.thanks[language]}
      </p>`
    }
    <form method="post" action="${addressIn(language, '/lacak/laporan/nilai')}" novalidate>
      <input type="hidden" name="ticketCode" value="${ticketCode}" />
      <fieldset class="stars" ${problem && html`aria-describedby="stars-problem"`}>
        <legend>${TEXTS.question[language]}</legend>
        ${problem && html`<p class="problem" id="stars-problem" role="alert">${problem[language]}</p>`}
        ${STARS.map(
          ([stars, label]) =>
            html`<label
              ><input type="radio" name="stars" value="${stars}" ${stars === given?.stars && html`checked`} />
              ${label[language]}</label
            >`,
        )}
      </fieldset>
      <div class="field">
        <label for="words"
          >${TEXTS.words[language]} <span class="quiet">${TEXTS.optional[language]}</span></label
        >
        <textarea id="words" name="words" class="short" rows="3" maxlength="${MAX_RATING_WORDS}">
${'\n'}${words ?? given?.words}</textarea>
      </div>
      <button class="second" type="submit">${TEXTS.send[language]}</button>
    </form>`;
}
