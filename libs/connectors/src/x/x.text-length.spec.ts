import { describe, expect, it } from '@jest/globals';
import { hasLink, xTextLength } from './x.text-length.js';

describe('the length of a text on X', () => {
  it.each([
    ['plain Indonesian', 'Lampu jalan mati', 16],
    ['a link of any length', 'Lihat https://lapor.contoh.go.id/pengaduan/1234567?dari=x#atas', 6 + 23],
    ['two links with a full stop behind each', 'https://a.id. https://b.id.', 23 + 2 + 23 + 1],
    ['a bare domain', 'Cek lapor.go.id/status ya', 4 + 23 + 3],
    ['curly quotes and a dash', '“baik” – ya', 11],
    ['an ellipsis, which weighs two', 'tunggu…', 8],
    ['Chinese characters', '路灯', 4],
    ['an emoji', '🙏', 2],
    ['a family of seven code points', '👨‍👩‍👧‍👦', 2],
    ['a flag', '🇮🇩', 2],
    ['a skin tone', '👍🏽', 2],
    ['a keycap', '1️⃣', 2],
    ['a composed and a decomposed letter alike', 'cafe\u0301', 4],
    ['an e-mail address, which is no link', 'tulis ke warga@contoh.id', 24],
    ['a time and a clause without a space', 'pukul 08.00-10.00,selesai.Terima kasih', 38],
  ])('counts %s', (_what, text, length) => {
    expect(xTextLength(text)).toBe(length);
  });

  it.each(['https://x.co/a', 'HTTP://CONTOH.ID', 'lapor.go.id', 'situs(contoh.com)'])(
    'finds the link in %s',
    (text) => {
      expect(hasLink(text)).toBe(true);
    },
  );

  it.each(['Rp 1.500.000', 'a@b.id', '@akun.com', 'Jl.Raya Contoh', 'v1.2', 'tidak ada'])(
    'finds no link in %s',
    (text) => {
      expect(hasLink(text)).toBe(false);
    },
  );
});
