import { ConnectorError, type ConnectorContext } from '@app/connector-kit';
import { hasLink } from './x.text-length.js';
import type { XSettings } from './x.settings.js';

/**
 * US dollars per unit. Source: docs.x.com/x-api/getting-started/pricing, as of August 2026 (xdevplatform/docs@2871328).
 * `owned-read` holds when the connected account owns the developer app.
 */
export const X_PRICES_USD = {
  'owned-read': 0.001,
  'user-read': 0.01,
  'post-create': 0.015,
  'post-create-with-url': 0.2,
} as const;
export type XPricedItem = keyof typeof X_PRICES_USD;

type Context = ConnectorContext<XSettings>;

/** What creating a post with this text is charged as. */
export function postItem(text: string): XPricedItem {
  return hasLink(text) ? 'post-create-with-url' : 'post-create';
}

/** @throws ConnectorError `budget-exhausted` when this month's spending has reached the connection's budget. */
export async function ensureWithinBudget(context: Context): Promise<void> {
  const budget = context.settings.monthlyBudgetRupiah;
  if (budget === 0) return;
  const now = context.now();
  const spent = await context.usage.spentRupiah(startOfMonth(now));
  if (spent < budget) return;
  throw new ConnectorError(
    'budget-exhausted',
    `The monthly budget for X is used up: ${rupiah(spent)} of ${rupiah(budget)} spent. Reading and answering ` +
      `continue on the first of next month (UTC), or as soon as the budget in the settings is raised`,
    { until: startOfNextMonth(now) },
  );
}

/** Books what was consumed, in rupiah at the connection's exchange rate. */
export async function charge(context: Context, item: XPricedItem, quantity: number): Promise<void> {
  if (quantity === 0) return;
  await context.usage.add(item, quantity, quantity * X_PRICES_USD[item] * context.settings.rupiahPerUsd);
}

/** X counts its billing days, and here its months, in UTC. */
function startOfMonth(now: Date): Date {
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), 1));
}

export function startOfNextMonth(now: Date): Date {
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + 1, 1));
}

function rupiah(amount: number): string {
  return `Rp ${Math.round(amount).toLocaleString('id-ID')}`;
}
