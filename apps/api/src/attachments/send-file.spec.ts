import { describe, expect, it } from '@jest/globals';
import { disposition, rangeOf } from './send-file.js';

describe('a range', () => {
  it.each([
    ['bytes=0-99', { start: 0, end: 99 }],
    ['bytes=900-', { start: 900, end: 999 }],
    ['bytes=-100', { start: 900, end: 999 }],
    ['bytes=0-5000', { start: 0, end: 999 }],
    ['bytes=1000-', 'unsatisfiable'],
    ['bytes=5-2', 'unsatisfiable'],
    ['bytes=0-1,5-6', null],
    ['lines=1-2', null],
    [undefined, null],
  ])('%s of 1000 bytes is %j', (header, range) => {
    expect(rangeOf(header, 1000)).toEqual(range);
  });
});

describe('the name of a file', () => {
  it('is given in plain letters and in its own', () => {
    expect(disposition({ mimeType: 'application/pdf', fileName: 'surat "tanah" – 100%.pdf' })).toBe(
      `attachment; filename="surat _tanah_ _ 100_.pdf"; filename*=UTF-8''surat%20%22tanah%22%20%E2%80%93%20100%25.pdf`,
    );
  });

  it('cannot carry another header or a folder', () => {
    const header = disposition({ mimeType: 'image/png', fileName: '../a\r\nset-cookie: x.png' });
    expect(header).toMatch(/^inline; filename="\.\._a__set-cookie: x\.png"/);
  });

  it('may be missing', () => {
    expect(disposition({ mimeType: 'image/png', fileName: null })).toBe('inline');
    expect(disposition({ mimeType: 'text/html', fileName: null })).toBe('attachment');
  });
});
