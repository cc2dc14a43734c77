/** Steps of colour for counts above none. */
export const SHADES = 4;

/** The step of a count, 0 for none; the steps share the way to the most evenly. */
export const shadeOf = (count: number, most: number): number =>
  most === 0 ? 0 : Math.ceil((count / most) * SHADES);

/** The first and last count of each step that some count can have, from the lowest step. */
export function shadeRanges(
  most: number,
): { readonly shade: number; readonly from: number; readonly to: number }[] {
  return Array.from({ length: SHADES }, (_, index) => ({
    shade: index + 1,
    from: Math.floor((index * most) / SHADES) + 1,
    to: Math.floor(((index + 1) * most) / SHADES),
  })).filter(({ from, to }) => from <= to);
}
