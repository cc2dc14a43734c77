import { describe, expect, it } from '@jest/globals';
import { matchCues } from '../cues/match-cues.js';
import { claimFeatures } from './claim-features.js';
import { readWords } from './feature-word.js';

function bucketsOf(text: string): Set<number> {
  const reading = readWords(text);
  const buckets = new Set<number>();
  claimFeatures(reading, matchCues(reading), (bucket) => buckets.add(bucket));
  return buckets;
}

describe('claimFeatures', () => {
  it('are none where nothing is said to have failed', () => {
    expect(bucketsOf('jam berapa loket buka?').size).toBe(0);
  });

  it('tell a claim beside a question, and beside a wish, from the claim alone', () => {
    const alone = bucketsOf('surat saya belum terbit');
    const asked = bucketsOf('surat saya belum terbit, berapa lama lagi?');
    const wished = bucketsOf('surat saya belum terbit, mohon dibantu');
    for (const bucket of alone) expect(asked.has(bucket) && wished.has(bucket)).toBe(true);
    expect(asked.size).toBeGreaterThan(alone.size);
    expect(wished.size).toBeGreaterThan(alone.size);
    expect([...asked].every((bucket) => wished.has(bucket))).toBe(false);
  });

  it('count a claim once, however often it is made', () => {
    expect(bucketsOf('ktp belum jadi, kk belum jadi').size).toBe(bucketsOf('ktp belum jadi').size);
  });
});
