import { describe, expect, it } from '@jest/globals';
import { extractFeatures } from './features.js';
import { tokenize } from './tokens.js';

const keysOf = (text: string): string[] => extractFeatures(tokenize(text)).map(({ key }) => key);

describe('extractFeatures', () => {
  it('joins a negation to the word it turns', () => {
    expect(keysOf('airnya ga ngalir')).toContain('tidak_ngalir');
    expect(keysOf('airnya ga ngalir')).not.toContain('ngalir');
  });

  it('does not join across the end of a clause', () => {
    expect(keysOf('tidak, mengalir')).toEqual(['tidak', 'alir']);
  });

  it('gives each feature once and leaves mentions out', () => {
    expect(keysOf('@a rusak. rusak. @b rusak')).toEqual(['rusak']);
  });

  it('takes the right root where the stemmer knows a wrong one', () => {
    expect(keysOf('kerusakan')).toEqual(['rusak']);
  });
});
