import { startOfMonth, type ConnectorContext } from '@app/connector-kit';
import { hasLink } from './x.text-length.js';
import type { XSettings } from './x.settings.js';

/**
 * US dollars per unit. Source: docs.x.com/x-api/getting-started/pricing, as of August 2026 (xdevplatform/docs@2871328).
 * `owned-read` holds when the connected account owns the developer app.
 */
export const X_PRICES_USD = {
  'owned-read': 0.001,
  'post-read': 0.005,
  'user-read': 0.01,
  'dm-read': 0.01,
  'post-create': 0.015,
  'post-create-with-url': 0.2,
  'dm-create': 0.015,
} as const;
export type XPricedItem = keyof typeof X_PRICES_USD;

/** As the connections page calls them. */
export const X_ITEM_NAMES: Readonly<Record<XPricedItem, { readonly id: string; readonly en: string }>> = {
  'owned-read': { id: 'sebutan dibaca', en: 'mentions read' },
  'post-read': { id: 'kiriman lain dibaca', en: 'other posts read' },
  'dm-read': { id: 'pesan langsung diterima', en: 'direct messages received' },
  'dm-create': { id: 'pesan langsung dikirim', en: 'direct messages sent' },
  'user-read': { id: 'akun dibaca', en: 'accounts read' },
  'post-create': { id: 'balasan', en: 'replies' },
  'post-create-with-url': { id: 'balasan dengan tautan', en: 'replies with a link' },
};

type Context = ConnectorContext<XSettings>;

/** What creating a post with this text is charged as. */
export function postItem(text: string): XPricedItem {
  return hasLink(text) ? 'post-create-with-url' : 'post-create';
}

/** Whether enough is left for what could also wait: four fifths of the budget belong to reading and answering. */
export async function hasRoomInBudget(context: Context): Promise<boolean> {
  const budget = context.settings.monthlyBudgetRupiah;
  return budget === 0 || (await context.usage.spentRupiah(startOfMonth(context.now()))) < budget * 0.8;
}

/** What sending this text costs, in rupiah; X charges thirteen times as much for a post with a link. */
export function postPriceRupiah(text: string, settings: XSettings): number {
  return X_PRICES_USD[postItem(text)] * settings.rupiahPerUsd;
}

/** Books what was consumed, in rupiah at the connection's exchange rate. */
export async function charge(context: Context, item: XPricedItem, quantity: number): Promise<void> {
  if (quantity === 0) return;
  await context.usage.add(item, quantity, quantity * X_PRICES_USD[item] * context.settings.rupiahPerUsd);
}
