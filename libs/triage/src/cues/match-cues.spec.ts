import { describe, expect, it } from '@jest/globals';
import { standardWords } from '../text/standard-word.js';
import { readWords } from '../linear/feature-word.js';
import { CLAIM_CUES } from './claim-cues.js';
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

describe('claims', () => {
  const claimed = (text: string): string[] => {
    const reading = readWords(text);
    return matchCues(reading)
      .filter(({ cue }) => cue.claim >= 0)
      .map(({ first, last }) => text.slice(reading.starts[first], reading.ends[last]));
  };

  it('reach over a clause to what has not come', () => {
    const text = 'hingga kini surat saya, yang berkasnya lengkap, blm terbit';
    expect(claimed(text)).toContain('hingga kini surat saya, yang berkasnya lengkap, blm');
  });

  it('reach no further than a dozen words', () => {
    const filler = 'kami tinggal di tepi sungai bersama tiga anak serta orang tua yang sehat';
    expect(claimed(`hingga kini ${filler} dan belum`)).toEqual([]);
  });

  it.each(['apa syarat buat ktp baru?', 'kapan pendaftaran dibuka', 'usul taman di tepi kali'])(
    'are none in "%s"',
    (text) => {
      expect(claimed(text)).toEqual([]);
    },
  );
});

describe('the cue lists', () => {
  const weighed = [...CLASS_CUES, ...FLAG_CUES];
  const all = [...weighed, ...CLAIM_CUES];

  it('give every cue a weight', () => {
    expect(weighed.filter(({ weight }) => !Number.isFinite(weight) || weight === 0)).toEqual([]);
  });

  it('write phrases as words, alternatives and gaps only', () => {
    const form = /^[a-z_|-]+( ([a-z_|-]+|\.{2,3}))*$/;
    expect(all.filter(({ phrase }) => !form.test(phrase))).toEqual([]);
  });

  it('use no word that stands for several, or it would never be found', () => {
    const words = new Set(
      all.flatMap(({ phrase }) => phrase.split(/[ |]/)).filter((word) => /^[a-z-]+$/.test(word)),
    );
    expect([...words].filter((word) => standardWords(word).length > 1)).toEqual([]);
  });

  it('name no cue twice', () => {
    const names = all.map(({ supports, claim, phrase }) => `${supports} ${claim}: ${phrase}`);
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });
});
