import type { ConnectorContext } from '@app/connector-kit';
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

/** As the connections page calls them. */
export const X_ITEM_NAMES: Readonly<Record<XPricedItem, { readonly id: string; readonly en: string }>> = {
  'owned-read': { id: 'kiriman dibaca', en: 'posts read' },
  'user-read': { id: 'akun dibaca', en: 'accounts read' },
  'post-create': { id: 'balasan', en: 'replies' },
  'post-create-with-url': { id: 'balasan dengan tautan', en: 'replies with a link' },
};

type Context = ConnectorContext<XSettings>;

/** What creating a post with this text is charged as. */
export function postItem(text: string): XPricedItem {
  return hasLink(text) ? 'post-create-with-url' : 'post-create';
}

/** Books what was consumed, in rupiah at the connection's exchange rate. */
export async function charge(context: Context, item: XPricedItem, quantity: number): Promise<void> {
  if (quantity === 0) return;
  await context.usage.add(item, quantity, quantity * X_PRICES_USD[item] * context.settings.rupiahPerUsd);
}
