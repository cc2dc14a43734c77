import { forecastRupiah, type Connector } from '@app/connector-kit';
import type { ConnectionUsage } from '@app/database';
import { fieldsOf, type Settings } from './connection-settings.js';

export interface DescribedSpending {
  readonly spentRupiah: number;
  /** Where the month is heading at the pace of the last days. */
  readonly forecastRupiah: number;
  /** The hard stop; null where there is none. */
  readonly budgetRupiah: number | null;
  readonly items: {
    readonly name: { readonly id: string; readonly en: string };
    readonly quantity: number;
    readonly rupiah: number;
  }[];
}

/** The pace that the forecast goes by. */
export const RECENT_MS = 7 * 86_400_000;
/** A first hour says little about a month. */
const LEAST_PACE_MS = 86_400_000;

/** What a connection spends; null for channels that cost nothing. */
export function describeSpending(
  connector: Connector,
  settings: Settings,
  usage: ConnectionUsage | undefined,
  now: Date,
): DescribedSpending | null {
  const hasBudget = fieldsOf(connector).some(([name]) => name === 'monthlyBudgetRupiah');
  if (!hasBudget && !usage) return null;
  const budget = Number(settings['monthlyBudgetRupiah'] ?? 0);
  const spentRupiah = (usage?.items ?? []).reduce((sum, { rupiah }) => sum + rupiah, 0);
  const paceMs = Math.max(LEAST_PACE_MS, now.getTime() - (usage?.recentFrom ?? now).getTime());
  return {
    spentRupiah,
    forecastRupiah: forecastRupiah(spentRupiah, usage?.recentRupiah ?? 0, paceMs, now),
    budgetRupiah: budget > 0 ? budget : null,
    items: (usage?.items ?? []).map(({ item, quantity, rupiah }) => ({
      name: connector.descriptor.usageNames?.[item] ?? { id: item, en: item },
      quantity,
      rupiah,
    })),
  };
}
