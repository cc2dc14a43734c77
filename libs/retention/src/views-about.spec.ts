import { describe, expect, it } from '@jest/globals';
import { viewsAbout } from './views-about.js';

const IDENTIFIERS = ['Siti Aminah', '+6281234567890', 'siti@example.com', 'sitiaminah88', 'B'];
const isAbout = (name: string, query = 'class=complaint') =>
  viewsAbout([{ name, query }], IDENTIFIERS).length > 0;

describe('saved views about a person', () => {
  it.each([
    ['Keluhan SITI  AMINAH, minggu ini', undefined],
    ['Susulan', 'status=new&q=siti+aminah'],
    ['Susulan', 'q=0812-3456-7890'],
    ['6281234567890', undefined],
    ['Susulan', 'q=siti%40example.com'],
    ['Akun @sitiaminah88', undefined],
  ])('are found by name, number, address and account: %s %s', (name, query) => {
    expect(isAbout(name, query)).toBe(true);
  });

  it.each([
    ['Kelurahan Siti', 'q=aminah'],
    ['Sitiaminah', 'q=lampu+mati'],
    ['b', 'q=b'],
    ['Topik', 'topic=siti.aminah&q=1234567'],
  ])('are not those that only share a part: %s %s', (name, query) => {
    expect(isAbout(name, query)).toBe(false);
  });
});
