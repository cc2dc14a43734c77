import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { projectFile } from '@app/config';
import { CLASSES, FLAGS, LANGUAGES, STATUSES } from './words.js';

describe('the words of a file', () => {
  it.each(['id', 'en'] as const)('are those of the screens (%s)', (language) => {
    const file = projectFile('apps', 'inbox', 'src', 'locales', `${language}.json`);
    const screens = JSON.parse(readFileSync(file, 'utf8')) as Record<string, Record<string, string>>;
    for (const [key, words] of Object.entries({
      class: CLASSES,
      status: STATUSES,
      flag: FLAGS,
      reportLanguage: LANGUAGES,
    })) {
      const own = Object.entries(words).map(([code, bilingual]) => [code, bilingual[language]]);
      expect(Object.fromEntries(own)).toEqual(screens[key]);
    }
  });
});
