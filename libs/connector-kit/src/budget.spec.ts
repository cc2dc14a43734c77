import { describe, expect, it } from '@jest/globals';
import { ensureWithinBudget, forecastRupiah } from './budget.js';
import { testContext } from './testing/test-context.js';

const DAY = 86_400_000;

describe('the budget of a month', () => {
  it('stops at the amount, until the first of next month', async () => {
    const context = testContext({ monthlyBudgetRupiah: 1_000 });
    await context.usage.add('message', 1, 999);
    await expect(ensureWithinBudget(context, 'Contoh')).resolves.toBeUndefined();
    await context.usage.add('message', 1, 1);
    await expect(ensureWithinBudget(context, 'Contoh')).rejects.toMatchObject({
      code: 'budget-exhausted',
      until: new Date('2026-12-01T00:00:00Z'),
    });
  });

  it('has no limit at 0', async () => {
    const context = testContext({ monthlyBudgetRupiah: 0 });
    await context.usage.add('message', 1, 1e9);
    await expect(ensureWithinBudget(context, 'Contoh')).resolves.toBeUndefined();
  });

  it('is forecast by the pace of the last days', () => {
    const now = new Date('2026-11-21T00:00:00Z');
    expect(forecastRupiah(30_000, 7_000, 7 * DAY, now)).toBeCloseTo(40_000);
    expect(forecastRupiah(0, 0, 0, now)).toBe(0);
  });
});
