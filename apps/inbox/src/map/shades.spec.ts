import { describe, expect, it } from '@jest/globals';
import { shadeOf, shadeRanges, SHADES } from './shades.js';

describe('the shades of a map', () => {
  it.each([1, 2, 3, 7, 40, 1_234])(
    'put every count up to %d into the range that the legend names',
    (most) => {
      const ranges = shadeRanges(most);
      for (let count = 1; count <= most; count++) {
        const range = ranges.find(({ from, to }) => from <= count && count <= to);
        expect([count, range?.shade]).toEqual([count, shadeOf(count, most)]);
      }
      expect(ranges.at(-1)).toMatchObject({ shade: SHADES, to: most });
    },
  );

  it('leave a district without reports blank', () => {
    expect([shadeOf(0, 9), shadeOf(0, 0)]).toEqual([0, 0]);
    expect(shadeRanges(0)).toEqual([]);
  });
});
