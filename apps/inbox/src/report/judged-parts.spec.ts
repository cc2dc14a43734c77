import type { Evidence } from '@app/report-model';
import { describe, expect, it } from '@jest/globals';
import { decidingWords, evidenceOfTexts, judgedParts } from './judged-parts.js';

const TEXT = 'Jalan rusak parah 🙏 di depan pasar';
const about = (words: string, weight = 1, text = TEXT): Evidence => {
  const start = text.indexOf(words);
  return { text: words, start, end: start + words.length, weight, supports: 'complaint' };
};
const marked = (parts: ReturnType<typeof judgedParts>) =>
  parts.map(({ text, evidence }) => (evidence.length > 0 ? `[${text}]` : text)).join('');

describe('judgedParts', () => {
  it('marks the words that decided and keeps every character', () => {
    expect(marked(judgedParts(TEXT, [about('rusak'), about('pasar')]))).toBe(
      'Jalan [rusak] parah 🙏 di depan [pasar]',
    );
  });

  it('cuts evidence that overlaps where it does', () => {
    const parts = judgedParts(TEXT, [about('Jalan rusak'), about('rusak parah')]);
    expect(parts.map(({ text, evidence }) => [text, evidence.length])).toEqual([
      ['Jalan ', 1],
      ['rusak', 2],
      [' parah', 1],
      [' 🙏 di depan pasar', 0],
    ]);
  });

  it('shows the text whole when an offset does not fit it', () => {
    const wrong = { ...about('pasar'), end: 900 };
    expect(marked(judgedParts(TEXT, [wrong]))).toBe(TEXT);
    expect(judgedParts('', [])).toEqual([]);
  });
});

describe('evidenceOfTexts', () => {
  it('gives each message the evidence that lies in it', () => {
    const judged = 'Jalan rusak\nTolong diperbaiki';
    const evidence = [about('rusak', 1, judged), about('diperbaiki', 1, judged)];
    const [first, second] = evidenceOfTexts(judged, evidence, ['Jalan rusak', 'Tolong diperbaiki']);
    expect(first?.map(({ start, end }) => [start, end])).toEqual([[6, 11]]);
    expect(second?.map(({ start, end }) => [start, end])).toEqual([[7, 17]]);
  });

  it('marks nothing in a message that was edited or came later, and the same words only where they were judged', () => {
    const judged = 'rusak\nrusak';
    const evidence = [about('rusak', 1, judged), { ...about('rusak', 1, judged), start: 6, end: 11 }];
    const found = evidenceOfTexts(judged, evidence, ['rusak', '', 'sudah baik', 'rusak', 'rusak']);
    expect(found.map((one) => one.length)).toEqual([1, 0, 0, 1, 0]);
  });
});

describe('decidingWords', () => {
  it('names the heaviest words for the decision first, each once, without the noise', () => {
    const against = about('parah', -1);
    const other = { ...about('Jalan', 3), supports: 'spam' as const };
    const urgent = { ...about('depan', 1), supports: 'urgent' as const };
    const evidence = [about('pasar', 0.5), about('rusak parah', 2), about('rusak', 1), about('di', 0.1)];
    const words = decidingWords([...evidence, against, other, urgent], ['complaint', 'urgent'], 5);
    expect(words.map(({ text }) => text)).toEqual(['rusak parah', 'depan', 'pasar']);
  });
});
