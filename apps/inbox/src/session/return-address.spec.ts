import { describe, expect, it } from '@jest/globals';
import { returnAddress, signInAddress } from './return-address.js';

describe('the address to return to after signing in', () => {
  it('survives the sign-in page with its filters', () => {
    const address = signInAddress({ pathname: '/laporan/1', search: '?class=spam&q=a%26b' });
    expect(returnAddress(new URL(address, 'http://x').searchParams)).toBe('/laporan/1?class=spam&q=a%26b');
  });

  it.each(['//evil.example', '/\\evil.example', 'https://evil.example', ''])(
    'never leaves the app: %s',
    (to) => {
      expect(returnAddress(new URLSearchParams({ kembali: to }))).toBe('/');
    },
  );
});
