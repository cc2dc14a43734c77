import { describe, expect, it } from '@jest/globals';
import { mentionAt, mentionedIn, withMention } from './mentions.js';

const people = [
  { id: '1', name: 'Budi' },
  { id: '2', name: 'Budi Santoso' },
  { id: '3', name: 'Ibu Rina' },
];

describe('naming colleagues in a note', () => {
  it('begins at an @ that starts a word and ends with a blank', () => {
    expect(mentionAt('tanya @bu', 9)).toEqual({ start: 6, prefix: 'bu' });
    expect(mentionAt('tanya @', 7)).toEqual({ start: 6, prefix: '' });
    expect(mentionAt('surat@bu', 8)).toBeNull();
    expect(mentionAt('@Budi ', 6)).toBeNull();
    expect(mentionAt('@bu', 0)).toBeNull();
  });

  it('puts the whole name in, and the caret after it', () => {
    expect(withMention('tanya @bu dulu', 9, 'Budi')).toEqual({ text: 'tanya @Budi  dulu', caret: 12 });
  });

  it('finds who was named: the longer name is not also the shorter one', () => {
    expect(mentionedIn('@Budi Santoso tolong cek', people)).toEqual(['2']);
    expect(mentionedIn('@budi dan @Ibu Rina', people).sort()).toEqual(['1', '3']);
    expect(mentionedIn('Budi tanpa tanda', people)).toEqual([]);
  });
});
