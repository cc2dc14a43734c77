import { describe, expect, it } from '@jest/globals';
import { tokenize } from '../text/tokens.js';
import { readWords } from './feature-word.js';
import { JOINED, markWords, NEW, UNCOUNTED } from './mark-words.js';

function countedIn(text: string): string {
  const reading = readWords(text);
  const marks: number[] = [];
  markWords(reading, marks);
  return marks.flatMap((mark, index) => (mark === UNCOUNTED ? [] : [reading.words[index]?.word])).join(' ');
}

describe('markWords', () => {
  it('counts words that join others, and repeated ones, beside their neighbours alone', () => {
    const marks: number[] = [];
    markWords(readWords('lampu dan jalan atau lampu'), marks);
    expect(marks.slice(0, 5)).toEqual([NEW, JOINED, NEW, JOINED, JOINED]);
  });

  it('leaves out the greeting before a matter and the mention', () => {
    expect(countedIn('@dinas Selamat siang pak, lampu jalan mati semua')).toBe('lampu jalan mati semua');
  });

  it('leaves out thanks after a long matter', () => {
    const matter =
      'lampu di jalan poros dekat sekolah mati sejak dua minggu dan anak-anak takut lewat malam hari';
    expect(countedIn(`${matter}. Terima kasih atas perhatiannya`)).not.toContain('perhatiannya');
  });

  it.each(['Selamat pagi pak', 'Terima kasih, lampu sudah menyala', 'Halo kak'])(
    'counts the courtesy where it is the message: "%s"',
    (text) => {
      expect(countedIn(text).split(' ')).toHaveLength(tokenize(text).length);
    },
  );
});
