import { expect, it } from '@jest/globals';
import { searchedParts } from './searched-words.js';

const found = (text: string, search: string) =>
  searchedParts(text, search)
    .filter(({ isFound }) => isFound)
    .map((part) => part.text);

it.each([
  ['Lampu jalan mati, LAMPU gang juga', 'lampu mati', ['Lampu', 'mati', 'LAMPU']],
  ['Jalanan rusak', 'jalan', ['Jalanan']],
  ['Jalanan rusak', 'jalan rusak', ['rusak']],
  ['RT 05, RT 0512', 'rt 05', ['RT', '05', 'RT']],
  ['Di Jl. Énggang (RT 5)', 'énggang rt', ['Énggang', 'RT']],
  ['a+b (c)', '+ (', []],
  ['apa saja', '', []],
])('in “%s” a search for “%s” marks %j', (text, search, words) => {
  expect(found(text, search)).toEqual(words);
  expect(
    searchedParts(text, search)
      .map((part) => part.text)
      .join(''),
  ).toBe(text);
});
