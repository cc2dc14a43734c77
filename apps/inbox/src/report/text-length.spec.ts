import { describe, expect, it } from '@jest/globals';
import type { ReplyOptions } from '@app/api-contract';
import { textLength, textLimit } from './text-length.js';

const weighted = (text: string) => textLength(text, 'weighted');

describe('textLimit', () => {
  const post = { maxTextLength: 280, lengthUnit: 'weighted' } as const;
  const message = { maxTextLength: 10_000, lengthUnit: 'utf16' } as const;
  const options = (change: Partial<ReplyOptions>) =>
    ({ ...post, modes: [], isPublic: true, privateLimit: message, ...change }) as ReplyOptions;

  it('is that of the way that was chosen, or else of the usual one', () => {
    const both = options({ modes: ['public', 'private'] });
    expect(textLimit(both, 'private')).toMatchObject(message);
    expect(textLimit(both, 'public')).toMatchObject(post);
    expect(textLimit(both, null)).toMatchObject(post);
    expect(textLimit(options({ isPublic: false }), null)).toMatchObject(message);
  });

  it('is the same for both where the channel makes no difference', () => {
    expect(textLimit(options({ isPublic: false, privateLimit: null }), null)).toMatchObject(post);
  });
});

describe('textLength', () => {
  it('counts UTF-16 units where the channel does', () => {
    expect(textLength('Terima kasih 🙏', 'utf16')).toBe(15);
  });

  it('counts bytes where the channel does', () => {
    expect(textLength('é 🙏', 'utf8')).toBe(7);
  });

  it('counts Latin letters as one, emoji and Chinese characters as two', () => {
    expect(weighted('Terima kasih 🙏')).toBe(15);
    expect(weighted('👩‍👩‍👧‍👦')).toBe(2);
    expect(weighted('谢谢')).toBe(4);
    expect(weighted('"kutipan" – é')).toBe(13);
  });

  it('counts a link as 23 and the full stop after it as one', () => {
    const link = `https://contoh.go.id/${'a'.repeat(80)}`;
    expect(weighted(link)).toBe(23);
    expect(weighted(`Lihat ${link}.`)).toBe(6 + 23 + 1);
    expect(weighted('kunjungi contoh.go.id ya')).toBe(9 + 23 + 3);
  });

  it('does not take an e-mail address or a full stop without a space for a link', () => {
    expect(weighted('surat@contoh.go.id')).toBe(18);
    expect(weighted('Baik.Terima kasih')).toBe(17);
  });
});
