import { describe, expect, it } from '@jest/globals';
import { fillVariables, unfilledMarks } from './template-variables.js';

describe('variables in templates', () => {
  it('are filled in where something is known, and stay in sight where not', () => {
    const text = 'Yth. {nama}, laporan {kode} ditangani {instansi}. {lain}';
    const filled = fillVariables(text, { nama: 'Budi', kode: 'ABC-1234', instansi: null });
    expect(filled).toBe('Yth. Budi, laporan ABC-1234 ditangani {instansi}. {lain}');
    expect(unfilledMarks(filled)).toEqual(['{instansi}']);
  });
});
