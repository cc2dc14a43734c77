import { ConnectorError, failureState, type ConnectorHealth } from '@app/connector-kit';
import { z } from 'zod';
import { callGraph } from './graph-client.js';
import type { GraphContext } from './graph-settings.js';
import {
  readAppSubscription,
  readNodeSubscription,
  subscribeApp,
  subscribeNode,
  subscriptionTrouble,
} from './graph-subscription.js';
import { inspectToken, tokenTrouble } from './graph-token.js';

/** How a channel hears of a Page, or of the Instagram account behind it. */
export interface PageWebhook {
  /** `page` or `instagram`. */
  readonly object: string;
  /** Without these nothing is heard. */
  readonly neededFields: readonly string[];
  /** All that are asked for at the app. */
  readonly wantedFields: readonly string[];
  /** All that are asked for at the Page; absent: the same. */
  readonly pageFields?: readonly string[];
  /** Permissions that the token must have. */
  readonly scopes: readonly string[];
}

/**
 * Makes `url` the app's address for this kind of account and subscribes the Page to the app.
 * @throws ConnectorError `permission-missing` when the app delivers elsewhere, or there is no verify token
 */
export async function registerPageWebhook(
  context: GraphContext,
  { object, wantedFields, pageFields = wantedFields }: PageWebhook,
  { pageId, url }: { readonly pageId: string; readonly url: string },
): Promise<void> {
  if (!context.settings.verifyToken) {
    throw new ConnectorError('permission-missing', 'The connection has no verify token: save it again');
  }
  const { app_id: appId } = await inspectToken(context);
  const app = await readAppSubscription(context, appId, object);
  if (app?.callbackUrl !== undefined && app.isActive && app.callbackUrl !== url) {
    throw new ConnectorError(
      'permission-missing',
      `The app already delivers to ${new URL(app.callbackUrl).host}: use an app of its own for this connection`,
    );
  }
  const fields = [...new Set([...(app?.fields ?? []), ...wantedFields])];
  await subscribeApp(context, appId, { object, callbackUrl: url, fields });
  await subscribeNode(context, pageId, { body: { subscribed_fields: pageFields.join(',') } });
}

const accountSchema = z.looseObject({ name: z.string().optional(), username: z.string().optional() });

/** Asks after the token, the account and the way on which deliveries come. Never throws. */
export async function pageHealth(
  context: GraphContext,
  { object, neededFields, pageFields, scopes }: PageWebhook,
  { pageId, accountId, accountFields }: { pageId: string; accountId: string; accountFields: string },
): Promise<ConnectorHealth> {
  try {
    const token = await inspectToken(context);
    const ofToken = tokenTrouble(token, scopes, context.now());
    if (ofToken?.status === 'needs-reauthorisation') return ofToken;
    const request = { path: accountId, query: { fields: accountFields } };
    const account = await callGraph(context, request, accountSchema);
    const [app, page] = await Promise.all([
      readAppSubscription(context, token.app_id, object),
      readNodeSubscription(context, pageId, token.app_id),
    ]);
    // Where a Page chooses other fields than the app, its own say nothing about the app's.
    const node = page && pageFields ? { ...page, fields: undefined } : page;
    const ofWebhook = subscriptionTrouble(app, node, neededFields);
    if (ofWebhook) return { status: 'degraded', reason: ofWebhook };
    if (ofToken) return ofToken;
    const name = account.name ?? account.username;
    return { status: 'healthy', ...(name ? { account: name } : {}) };
  } catch (error) {
    return failureState(error);
  }
}
