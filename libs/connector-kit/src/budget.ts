import { z } from 'zod';
import type { ConnectorContext } from './context.js';
import { ConnectorError } from './errors.js';
import { settingField } from './setting-field.js';

/**
 * The setting of channels that cost money: what may be spent in a calendar month, in rupiah; 0 is no limit. A settings
 * schema that has a `monthlyBudgetRupiah` shows it with what was spent and where the month is heading.
 * @param preset what a new connection starts with
 */
export function monthlyBudgetField(preset: number) {
  return settingField(z.number().min(0).default(preset), {
    label: { id: 'Anggaran per bulan (rupiah)', en: 'Budget per month (rupiah)' },
    help: {
      id: 'Bila habis, yang berbayar berhenti sampai tanggal 1 bulan berikutnya. 0 = tanpa batas.',
      en: 'When it is used up, what costs money stops until the first of next month. 0 = no limit.',
    },
  });
}

/**
 * The hard stop, before anything that costs money.
 * @throws ConnectorError `budget-exhausted` until next month when this month's spending has reached the budget
 */
export async function ensureWithinBudget(
  context: ConnectorContext<{ readonly monthlyBudgetRupiah: number }>,
  platform: string,
): Promise<void> {
  const budget = context.settings.monthlyBudgetRupiah;
  if (budget === 0) return;
  const now = context.now();
  const spent = await context.usage.spentRupiah(startOfMonth(now));
  if (spent < budget) return;
  throw new ConnectorError(
    'budget-exhausted',
    `The monthly budget for ${platform} is used up: ${rupiah(spent)} of ${rupiah(budget)} spent. It continues on the ` +
      `first of next month (UTC), or as soon as the budget in the settings is raised`,
    { until: startOfNextMonth(now) },
  );
}

/** Platforms count their billing days, and here their months, in UTC. */
export function startOfMonth(now: Date): Date {
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), 1));
}

export function startOfNextMonth(now: Date): Date {
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + 1, 1));
}

/**
 * Where a month's spending is heading: what is spent, and for the rest of the month the pace of the last seven days.
 * @param recentRupiah spent in the last `recentMs`, at most seven days
 */
export function forecastRupiah(
  spentThisMonth: number,
  recentRupiah: number,
  recentMs: number,
  now: Date,
): number {
  const restMs = startOfNextMonth(now).getTime() - now.getTime();
  return recentMs <= 0 ? spentThisMonth : spentThisMonth + (recentRupiah / recentMs) * restMs;
}

function rupiah(amount: number): string {
  return `Rp ${Math.round(amount).toLocaleString('id-ID')}`;
}
