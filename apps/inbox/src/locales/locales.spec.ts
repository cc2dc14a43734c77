import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';

type Texts = { readonly [key: string]: string | Texts };

const sourceOf = (language: string): string =>
  readFileSync(new URL(`./${language}.json`, import.meta.url), 'utf8');
const textsOf = (language: string): Texts => JSON.parse(sourceOf(language)) as Texts;

function leaves(texts: Texts, path = ''): [string, string][] {
  return Object.entries(texts).flatMap(([key, value]) =>
    typeof value === 'string'
      ? [[`${path}${key}`, value] as [string, string]]
      : leaves(value, `${path}${key}.`),
  );
}

const placeholders = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1]).sort();

describe('the two locale files', () => {
  const indonesian = new Map(leaves(textsOf('id')));
  const english = new Map(leaves(textsOf('en')));

  it('have the same keys', () => {
    expect([...english.keys()].sort()).toEqual([...indonesian.keys()].sort());
  });

  it('use no key twice: the later text would silently take the place of the earlier one', () => {
    const linesOf = (source: string) => source.trim().split('\n').length;
    for (const language of ['id', 'en']) {
      const texts = JSON.stringify(textsOf(language), null, 2);
      expect([language, linesOf(sourceOf(language))]).toEqual([language, linesOf(texts)]);
    }
  });

  it('fill the same gaps in each text', () => {
    for (const [key, text] of indonesian) {
      expect([key, placeholders(english.get(key) ?? '')]).toEqual([key, placeholders(text)]);
    }
  });

  it('leave no text empty', () => {
    for (const [key, text] of [...indonesian, ...english]) expect([key, text.trim()]).not.toEqual([key, '']);
  });
});
