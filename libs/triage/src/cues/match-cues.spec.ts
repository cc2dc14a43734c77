import { describe, expect, it } from '@jest/globals';
import { standardWords } from '../text/standard-word.js';
import { readWords } from '../linear/feature-word.js';
import { CLASS_CUES } from './class-cues.js';
import type { Cue } from './cue.js';
import { FLAG_CUES } from './flag-cues.js';
import { matchCues } from './match-cues.js';

function supportedBy(text: string, supports: Cue['supports']): string[] {
  const reading = readWords(text);
  return matchCues(reading)
    .filter(({ cue }) => cue.supports === supports)
    .map(({ first, last }) => text.slice(reading.starts[first], reading.ends[last]));
}

describe('matchCues', () => {
  it('finds a cue in informal spelling and points at the words as written', () => {
    expect(supportedBy('Permisi, MAU  TNY min', 'information')).toContain('MAU  TNY');
  });

  it('bridges a few words, but not the end of a clause', () => {
    expect(supportedBy('mohon jalan desa kami diperbaiki', 'complaint')).toHaveLength(1);
    expect(supportedBy('mohon maaf. diperbaiki', 'complaint')).toEqual([]);
  });

  it.each(['tidak ada pungli', 'tdk pernah ada pungli', 'tanpa pungli', 'belum ada pungli'])(
    'does not take "%s" for a sign of pungli',
    (text) => {
      expect(supportedBy(text, 'supervisory')).toEqual([]);
    },
  );

  it.each(['ada pungli', 'bukan hanya pungli', 'tidak dilayani, ada pungli'])(
    'takes "%s" for a sign of pungli',
    (text) => {
      expect(supportedBy(text, 'supervisory')).toEqual(['pungli']);
    },
  );
});

describe('the cue lists', () => {
  const all = [...CLASS_CUES, ...FLAG_CUES];

  it('give every cue a weight', () => {
    expect(all.filter(({ weight }) => !Number.isFinite(weight) || weight === 0)).toEqual([]);
  });

  it('write phrases as words, alternatives and gaps only', () => {
    const form = /^[a-z_|-]+( ([a-z_|-]+|\.\.))*$/;
    expect(all.filter(({ phrase }) => !form.test(phrase))).toEqual([]);
  });

  it('use no word that stands for several, or it would never be found', () => {
    const words = new Set(
      all.flatMap(({ phrase }) => phrase.split(/[ |]/)).filter((word) => /^[a-z-]+$/.test(word)),
    );
    expect([...words].filter((word) => standardWords(word).length > 1)).toEqual([]);
  });

  it('name no cue twice', () => {
    const names = all.map(({ supports, phrase }) => `${supports}: ${phrase}`);
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });
});
