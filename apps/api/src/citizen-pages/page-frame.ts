import { html, Html } from './html.js';
import { addressIn, type Bilingual, type Language } from './language.js';
import { SCRIPT_PATH } from './page-script.js';
import { PAGE_STYLE } from './page-style.js';

export interface Page {
  readonly title: Bilingual;
  readonly content: Html;
  /** Path of this page, for the link to the other language; absent where a form's answer is shown. */
  readonly path?: string;
  /** With the script that helps where there is JavaScript. */
  readonly hasScript?: boolean;
  /** The page asks again after so many seconds. */
  readonly refreshSeconds?: number;
}

const TEXTS = {
  report: { id: 'Tulis laporan', en: 'Write a report' },
  track: { id: 'Lacak laporan', en: 'Track a report' },
  otherLanguage: { id: 'English', en: 'Bahasa Indonesia' },
  danger: {
    id: 'Dalam keadaan darurat yang mengancam jiwa, telepon 112.',
    en: 'If a life is in danger, call 112.',
  },
};

/** A whole document around the content of one page. */
export function renderPage(page: Page, organisation: string, language: Language): string {
  const otherLanguage = language === 'id' ? 'en' : 'id';
  return html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <link rel="icon" href="data:," />
        ${
          page.refreshSeconds !== undefined &&
          html`<meta http-equiv="refresh" content="${page.refreshSeconds}" />`
        }
        ${page.hasScript && html`<script src="${SCRIPT_PATH}" defer></script>`}
        <title>${page.title[language]} · ${organisation}</title>
        <style>
          ${new Html(PAGE_STYLE)}
        </style>
      </head>
      <body>
        <header>
          <strong>${organisation}</strong>
          <nav>
            <a href="${addressIn(language, '/lapor')}">${TEXTS.report[language]}</a>
            <a href="${addressIn(language, '/lacak')}">${TEXTS.track[language]}</a>
            ${
              page.path !== undefined &&
              html`<a
                href="${addressIn(otherLanguage, page.path)}"
                lang="${otherLanguage}"
                hreflang="${otherLanguage}"
                >${TEXTS.otherLanguage[language]}</a
              >`
            }
          </nav>
        </header>
        <main>
          <h1>${page.title[language]}</h1>
          ${page.content}
        </main>
        <footer><p>${TEXTS.danger[language]}</p></footer>
      </body>
    </html>`.text;
}
