import { z } from 'zod';
import { callGraph } from './graph-client.js';
import type { GraphContext } from './graph-settings.js';

const fieldSchema = z.union([z.string(), z.looseObject({ name: z.string() })]);
const subscriptionSchema = z.looseObject({
  object: z.string(),
  callback_url: z.string().optional(),
  active: z.boolean().optional(),
  fields: z.array(fieldSchema).optional(),
});
const subscriptionsSchema = z.looseObject({ data: z.array(subscriptionSchema) });
const idSchema = z.union([z.string(), z.number()]).transform(String);
const subscribedSchema = z.looseObject({
  data: z.array(
    z.looseObject({
      id: idSchema.optional(),
      /** A WhatsApp account tells the app in here, a Page beside it. */
      whatsapp_business_api_data: z.looseObject({ id: idSchema }).optional(),
      override_callback_uri: z.string().optional(),
      subscribed_fields: z.array(z.string()).optional(),
    }),
  ),
});
const successSchema = z.looseObject({ success: z.literal(true) });

export interface AppSubscription {
  readonly callbackUrl: string | undefined;
  readonly isActive: boolean;
  readonly fields: readonly string[];
}

/** An account's subscription to our app. */
export interface NodeSubscription {
  /** Deliveries of this account go here instead of to the app's own address. */
  readonly overrideUrl: string | undefined;
  /** Undefined where the platform does not choose fields per account. */
  readonly fields: readonly string[] | undefined;
}

/** Where an app receives webhooks for a kind of account; undefined when nowhere. */
export async function readAppSubscription(
  context: GraphContext,
  appId: string,
  object: string,
): Promise<AppSubscription | undefined> {
  const { data } = await callGraph(
    context,
    { path: `${appId}/subscriptions`, ...asApp(context, appId) },
    subscriptionsSchema,
  );
  const found = data.find((subscription) => subscription.object === object);
  if (!found) return undefined;
  return {
    callbackUrl: found.callback_url,
    isActive: found.active !== false,
    fields: (found.fields ?? []).map((field) => (typeof field === 'string' ? field : field.name)),
  };
}

/** Makes `callbackUrl` the app's address for a kind of account. Meta shakes hands with it before it answers. */
export async function subscribeApp(
  context: GraphContext,
  appId: string,
  subscription: { readonly object: string; readonly callbackUrl: string; readonly fields: readonly string[] },
): Promise<void> {
  const { object, callbackUrl, fields } = subscription;
  const body = {
    object,
    callback_url: callbackUrl,
    verify_token: context.settings.verifyToken,
    fields: fields.join(','),
  };
  const request = { method: 'POST', path: `${appId}/subscriptions`, body, ...asApp(context, appId) } as const;
  await callGraph(context, request, successSchema);
}

/** How an account (WhatsApp Business account, Page) is subscribed to the app; undefined when it is not. */
export async function readNodeSubscription(
  context: GraphContext,
  nodeId: string,
  appId: string,
  accessToken?: string,
): Promise<NodeSubscription | undefined> {
  const request = {
    path: `${nodeId}/subscribed_apps`,
    ...(accessToken === undefined ? {} : { accessToken }),
  };
  const { data } = await callGraph(context, request, subscribedSchema);
  const found = data.find((app) => (app.whatsapp_business_api_data?.id ?? app.id) === appId);
  if (!found) return undefined;
  return { overrideUrl: found.override_callback_uri, fields: found.subscribed_fields };
}

/** Subscribes an account to the app. Repeating it changes nothing. */
export async function subscribeNode(
  context: GraphContext,
  nodeId: string,
  options: { readonly body?: Record<string, unknown>; readonly accessToken?: string } = {},
): Promise<void> {
  const { body = {}, accessToken } = options;
  const request = {
    method: 'POST',
    path: `${nodeId}/subscribed_apps`,
    body,
    ...(accessToken === undefined ? {} : { accessToken }),
  } as const;
  await callGraph(context, request, successSchema);
}

/**
 * Why an account's events do not reach us, as far as Meta tells.
 * @param fields those without which this channel hears nothing
 */
export function subscriptionTrouble(
  app: AppSubscription | undefined,
  node: NodeSubscription | undefined,
  fields: readonly string[],
): string | undefined {
  if (!node)
    return 'The account is not subscribed to the app, so nothing is delivered. Pause and resume the connection';
  if (!app) return 'The app has no webhook, so nothing is delivered. Pause and resume the connection';
  if (!app.isActive) return 'Meta has switched the app’s webhook off. Pause and resume the connection';
  const missing = fields.filter(
    (field) => !app.fields.includes(field) || (node.fields !== undefined && !node.fields.includes(field)),
  );
  if (missing.length === 0) return undefined;
  return `The app’s webhook does not subscribe to ${missing.join(', ')}: tick them at developers.facebook.com → the app → Webhooks, or pause and resume the connection`;
}

function asApp({ settings }: GraphContext, appId: string) {
  return { accessToken: `${appId}|${settings.appSecret}`, hasProof: false };
}
