import { ConnectorError, type ConnectorContext } from '@app/connector-kit';
import type { TwitterApiv2 } from 'twitter-api-v2';
import { X_IDLE_TIMEOUT_MS, setUpX } from './x.client.js';
import { unrecognisedAnswer } from './x.errors.js';
import { fetchMe } from './x.requests.js';
import { tokenOwner, type XSettings } from './x.settings.js';
import {
  xSubscriptionsSchema,
  xWebhooksSchema,
  type XSubscription,
  type XWebhookRecord,
} from './x.subscription-payload.js';

type Context = ConnectorContext<XSettings>;

const IN_TIME = { timeout: X_IDLE_TIMEOUT_MS };
const POST_EVENTS = [
  'post.mention.create',
  'post.reply.create',
  'post.quote.create',
  'post.create',
  'post.delete',
];
const MESSAGE_EVENTS = ['dm.received', 'dm.sent', 'chat.received'];

/** What X delivers to this connection, as X tells it. */
export interface XDeliveries {
  readonly webhook: XWebhookRecord | undefined;
  readonly missingEvents: readonly string[];
}

/** Registers the address, has it checked by X, and subscribes to what concerns the account. Safe to repeat. */
export async function subscribe(url: string, context: Context): Promise<void> {
  const { id: userId } = await fetchMe(context);
  await setUpX(context, async (account, app) => {
    const webhook = await registeredWebhook(url, app);
    const subscriptions = (await allSubscriptions(app)).filter(isOurs(userId));
    let refusal: Error | undefined;
    for (const event of wantedEvents(context.settings)) {
      const existing = subscriptions.find(({ event_type: type }) => type === event);
      if (existing?.webhook_id === webhook.id) continue;
      const place = { webhook_id: webhook.id, tag: TAG };
      const wanted = { event_type: event, filter: { user_id: userId }, ...place };
      await (
        existing
          ? app.put(`activity/subscriptions/${existing.subscription_id}`, place, IN_TIME)
          : account.post('activity/subscriptions', wanted, IN_TIME)
      ).catch((error: Error) => {
        // One event that X refuses must not keep the others away.
        refusal = error;
      });
    }
    if (refusal) throw refusal;
  });
}

/** Takes back the subscriptions that Wadah made for this account, and the webhooks that nothing else uses. */
export async function unsubscribe(context: Context): Promise<void> {
  const userId = tokenOwner(context.settings) ?? (await fetchMe(context)).id;
  await setUpX(context, async (_account, app) => {
    const all = await allSubscriptions(app);
    const ours = all.filter(isOurs(userId));
    for (const { subscription_id: id } of ours) {
      await app.delete(`activity/subscriptions/${id}`, {}, IN_TIME);
    }
    const used = new Set(all.filter((other) => !ours.includes(other)).map(({ webhook_id: id }) => id));
    const unused = new Set(ours.flatMap(({ webhook_id: id }) => (id && !used.has(id) ? [id] : [])));
    for (const id of unused) await app.delete(`webhooks/${id}`, {}, IN_TIME);
  }).catch((error: unknown) => {
    // Without access to webhooks there never was one to take back.
    if (error instanceof ConnectorError && error.code === 'permission-missing') return;
    throw error;
  });
}

/** Looks whether X still delivers; a webhook that X has switched off is given to X to check again. */
export async function inspectDeliveries(userId: string, context: Context): Promise<XDeliveries> {
  return setUpX(context, async (_account, app) => {
    const subscriptions = (await allSubscriptions(app)).filter(isOurs(userId));
    const webhooks = await webhooksOf(app);
    const webhook = webhooks.find(({ id }) => subscriptions.some(({ webhook_id: used }) => used === id));
    const delivered = new Set(
      subscriptions.filter(({ webhook_id: id }) => id === webhook?.id).map(({ event_type: type }) => type),
    );
    const missingEvents = wantedEvents(context.settings).filter((event) => !delivered.has(event));
    if (webhook && !webhook.valid) await app.put(`webhooks/${webhook.id}`, undefined, IN_TIME);
    return { webhook, missingEvents };
  });
}

/** Marks our subscriptions among those that other programs may have made with the same app. */
const TAG = 'wadah';

function wantedEvents({ readsDirectMessages }: XSettings): readonly string[] {
  return readsDirectMessages ? [...POST_EVENTS, ...MESSAGE_EVENTS] : POST_EVENTS;
}

async function registeredWebhook(url: string, app: TwitterApiv2): Promise<XWebhookRecord> {
  const existing = (await webhooksOf(app)).find((webhook) => webhook.url === url);
  if (existing?.valid) return existing;
  if (existing) await app.put(`webhooks/${existing.id}`, undefined, IN_TIME);
  else await app.post('webhooks', { url }, IN_TIME);
  const registered = (await webhooksOf(app)).find((webhook) => webhook.url === url);
  if (registered?.valid) return registered;
  throw new ConnectorError(
    'permission-missing',
    `X could not check the address ${new URL(url).host}: it must answer X's challenge over HTTPS, without a port number`,
  );
}

async function webhooksOf(app: TwitterApiv2): Promise<XWebhookRecord[]> {
  const answer = xWebhooksSchema.safeParse(await app.get('webhooks', {}, IN_TIME));
  if (!answer.success) throw unrecognisedAnswer('set-up', 'with something that is not a list of webhooks');
  return answer.data.data ?? [];
}

/** Other accounts, and other programs, may use the same app. */
function isOurs(userId: string) {
  return ({ filter, tag }: XSubscription) => tag === TAG && filter?.user_id === userId;
}

async function allSubscriptions(app: TwitterApiv2): Promise<XSubscription[]> {
  const answer = xSubscriptionsSchema.safeParse(await app.get('activity/subscriptions', {}, IN_TIME));
  if (!answer.success)
    throw unrecognisedAnswer('set-up', 'with something that is not a list of subscriptions');
  return answer.data.data ?? [];
}
