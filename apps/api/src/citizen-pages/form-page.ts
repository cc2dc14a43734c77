import type { HostedFormField, HostedFormView } from '@app/connector-kit';
import { html, type Html } from './html.js';
import { addressIn, type Bilingual, type Language } from './language.js';
import type { Page } from './page-frame.js';

export interface FilledForm {
  readonly connectionId: string;
  readonly view: HostedFormView;
  readonly submissionId: string;
  /** What the citizen has typed, by field; kept when the page is shown again. */
  readonly values: Readonly<Record<string, string>>;
  readonly problems: Readonly<Record<string, Bilingual>>;
  /** Why it could not be sent, when that is no fault of a field. */
  readonly notice?: Bilingual;
}

const TEXTS = {
  send: { id: 'Kirim laporan', en: 'Send report' },
  optional: { id: '(boleh dikosongkan)', en: '(optional)' },
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
      <form method="post" action="${addressIn(language, formPath(form.connectionId))}" novalidate>
        <input type="hidden" name="submissionId" value="${form.submissionId}" />
        <div class="trap" aria-hidden="true">
          <label for="website">${TEXTS.trap[language]}</label>
          <input id="website" name="website" tabindex="-1" autocomplete="off" />
        </div>
        ${view.fields.map((field) => fieldOf(field, form, language))}
        <button type="submit">${TEXTS.send[language]}</button>
      </form>
    `,
  };
}

function fieldOf(field: HostedFormField, form: FilledForm, language: Language): Html {
  const problem = form.problems[field.name];
  const described = [field.help && `${field.name}-help`, problem && `${field.name}-problem`].filter(Boolean);
  const help = field.help && html`<p class="help" id="${field.name}-help">${field.help[language]}</p>`;
  const wrong = problem && html`<p class="problem" id="${field.name}-problem">${problem[language]}</p>`;
  const attributes = html`id="${field.name}" name="${field.name}" ${field.isRequired && html`required`}
  ${described.length > 0 && html`aria-describedby="${described.join(' ')}"`}
  ${problem && html`aria-invalid="true"`}
  ${field.autocomplete !== undefined && html`autocomplete="${field.autocomplete}"`}`;
  const value = form.values[field.name] ?? '';
  if (field.kind === 'checkbox') {
    return html`<div class="field">
      <div class="check">
        <input type="checkbox" value="ya" ${attributes} ${value !== '' && html`checked`} />
        <label for="${field.name}">${field.label[language]}</label>
      </div>
      ${help} ${wrong}
    </div>`;
  }
  return html`<div class="field${problem && ' wrong'}">
    <label for="${field.name}"
      >${field.label[language]}
      ${!field.isRequired && html`<span class="quiet">${TEXTS.optional[language]}</span>`}</label
    >
    ${help} ${wrong}
    ${
      field.kind === 'textarea'
        ? html`<textarea ${attributes} rows="8">${'\n'}${value}</textarea>`
        : html`<input type="${field.kind}" ${attributes} value="${value}" />`
    }
  </div>`;
}
