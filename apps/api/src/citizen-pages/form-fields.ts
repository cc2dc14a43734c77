import type { HostedFormField } from '@app/connector-kit';
import type { FormPhotoRow } from '@app/database';
import { html, type Html } from './html.js';
import type { Bilingual, Language } from './language.js';

/** A field with what the citizen has filled in, and what is wrong with it. */
export interface FilledField {
  readonly field: HostedFormField;
  readonly value: string;
  readonly problem: Bilingual | undefined;
  /** Kept already, of a field of kind `photos`. */
  readonly photos: readonly FormPhotoRow[];
}

const TEXTS = {
  optional: { id: '(boleh dikosongkan)', en: '(optional)' },
  kept: { id: 'Sudah tersimpan:', en: 'Kept already:' },
  remove: { id: 'jangan kirim', en: 'do not send' },
};

export function fieldOf(filled: FilledField, language: Language): Html {
  const { field, value, problem } = filled;
  if (field.kind === 'position') return positionOf(filled, language);
  const described = [field.help && `${field.name}-help`, problem && `${field.name}-problem`].filter(Boolean);
  const help = field.help && html`<p class="help" id="${field.name}-help">${field.help[language]}</p>`;
  const wrong = problem && html`<p class="problem" id="${field.name}-problem">${problem[language]}</p>`;
  const attributes = html`id="${field.name}" name="${field.name}" ${field.isRequired && html`required`}
  ${described.length > 0 && html`aria-describedby="${described.join(' ')}"`}
  ${problem && html`aria-invalid="true"`}
  ${field.autocomplete !== undefined && html`autocomplete="${field.autocomplete}"`}`;
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
    ${help} ${wrong} ${inputOf(filled, attributes, language)}
  </div>`;
}

function inputOf({ field, value, photos }: FilledField, attributes: Html, language: Language): Html {
  if (field.kind === 'textarea') {
    return html`<textarea ${attributes} rows="8">${'\n'}${value}</textarea>`;
  }
  if (field.kind !== 'photos') return html`<input type="${field.kind}" ${attributes} value="${value}" />`;
  return html`${keptPhotos(photos, language)}
    <input type="file" ${attributes} accept="image/jpeg,image/png,image/webp" multiple data-photos />`;
}

function keptPhotos(photos: readonly FormPhotoRow[], language: Language): Html | false {
  return (
    photos.length > 0 &&
    html`<input type="hidden" name="photoCount" value="${photos.length}" />
      <p>${TEXTS.kept[language]}</p>
      <ul class="photos">
        ${photos.map(
          ({ sha256, fileName }) =>
            html`<li>
              ${fileName}
              <label class="check"
                ><input type="checkbox" name="removePhoto" value="${sha256}" />
                ${TEXTS.remove[language]}</label
              >
            </li>`,
        )}
      </ul>`
  );
}

/** Shown by the page's script, where the browser can tell where it is. */
function positionOf({ field, value }: FilledField, language: Language): Html {
  return html`<div class="field" hidden data-position>
    <input type="hidden" id="${field.name}" name="${field.name}" value="${value}" />
    <button class="second" type="button" aria-describedby="${field.name}-help">
      ${field.label[language]}
    </button>
    <p class="help" id="${field.name}-help">${field.help?.[language]}</p>
    <p role="status"></p>
  </div>`;
}
