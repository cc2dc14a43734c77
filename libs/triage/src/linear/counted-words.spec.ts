import { describe, expect, it } from '@jest/globals';
import { tokenize } from '../text/tokens.js';
import { countedWords } from './counted-words.js';

function countedIn(text: string): string {
  const tokens = tokenize(text);
  const counted = countedWords(tokens);
  return tokens
    .filter((_, index) => counted[index])
    .map(({ word }) => word)
    .join(' ');
}

describe('countedWords', () => {
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
