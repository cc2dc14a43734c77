import { expect, it } from '@jest/globals';
import { niceTop } from './nice-top.js';

it('a scale ends little above its largest count, at a number whose half can be written', () => {
  expect([0, 1, 7, 13, 226, 4_772].map(niceTop)).toEqual([2, 2, 8, 14, 240, 4_800]);
});
