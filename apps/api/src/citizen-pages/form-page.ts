import type { HostedFormView } from '@app/connector-kit';
import type { FormPhotoRow } from '@app/database';
import { fieldOf } from './form-fields.js';
import { html } from './html.js';
import { addressIn, type Bilingual, type Language } from './language.js';
import type { Page } from './page-frame.js';

export interface FilledForm {
  readonly connectionId: string;
  readonly view: HostedFormView;
  readonly submissionId: string;
  /** What the citizen has typed, by field; kept when the page is shown again. */
  readonly values: Readonly<Record<string, string>>;
  /** Kept already. */
  readonly photos: readonly FormPhotoRow[];
  readonly problems: Readonly<Record<string, Bilingual>>;
  /** Why it could not be sent, when that is no fault of a field. */
  readonly notice?: Bilingual;
}

const TEXTS = {
  send: { id: 'Kirim laporan', en: 'Send report' },
  mend: { id: 'Belum terkirim. Periksa isian ini:', en: 'Not sent yet. Please check:' },
  trap: { id: 'Jangan diisi', en: 'Leave this empty' },
};

export function formPath(connectionId: string): string {
  return `/lapor/${connectionId}`;
}

export function formPage(form: FilledForm, language: Language): Page {
  const { view, problems, notice } = form;
  const known = view.fields.filter((field) => problems[field.name]);
  const elsewhere = Object.entries(problems).filter(
    ([name]) => !view.fields.some((field) => field.name === name),
  );
  return {
    title: view.title,
    hasScript: true,
    // The other language would be fetched anew, without what is written here.
    ...(Object.keys(form.values).length === 0 && { path: formPath(form.connectionId) }),
    content: html`
      <p>${view.introduction[language]}</p>
      ${notice && html`<div class="notice bad" role="alert" tabindex="-1" autofocus><p>${notice[language]}</p></div>`}
      ${
        (known.length > 0 || elsewhere.length > 0) &&
        html`<div class="notice bad" role="alert" tabindex="-1" autofocus>
          <p>${TEXTS.mend[language]}</p>
          <ul>
            ${known.map((field) => html`<li><a href="#${field.name}">${field.label[language]}</a></li>`)}
            ${elsewhere.map(([, problem]) => html`<li>${problem[language]}</li>`)}
          </ul>
        </div>`
      }
      <form
        method="post"
        action="${addressIn(language, formPath(form.connectionId))}"
        enctype="multipart/form-data"
        novalidate
      >
        <input type="hidden" name="submissionId" value="${form.submissionId}" />
        <div class="trap" aria-hidden="true">
          <label for="website">${TEXTS.trap[language]}</label>
          <input id="website" name="website" tabindex="-1" autocomplete="off" />
        </div>
        ${view.fields.map((field) =>
          fieldOf(
            {
              field,
              value: form.values[field.name] ?? '',
              problem: problems[field.name],
              photos: form.photos,
            },
            language,
          ),
        )}
        <button type="submit" data-send>${TEXTS.send[language]}</button>
      </form>
    `,
  };
}
