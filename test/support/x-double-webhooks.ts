import { createHmac } from 'node:crypto';
import { problem, PROBLEMS, type Answer, type Json } from './x-double-answers.js';

interface Webhook {
  readonly id: string;
  readonly url: string;
  valid: boolean;
}

interface Subscription {
  readonly subscription_id: string;
  readonly event_type: string;
  readonly filter: { readonly user_id: string };
  readonly tag: string | undefined;
  webhook_id: string | undefined;
}

/** What X does about webhooks: checks an address with a challenge, signs what it delivers, delivers what is subscribed. */
export class XDoubleWebhooks {
  private webhooks: Webhook[] = [];
  private subscriptions: Subscription[] = [];
  private sequence = 0;

  constructor(private readonly consumerSecret: string) {}

  /** @returns undefined when the request is about something else */
  async answer(line: string, body: string): Promise<Answer | undefined> {
    const [method, path = ''] = line.split(' ');
    const id = path.split('/')[path.startsWith('/2/webhooks') ? 3 : 4];
    const given = (body ? JSON.parse(body) : {}) as Readonly<Record<string, unknown>>;
    if (path.startsWith('/2/webhooks')) return this.answerWebhooks(method ?? '', id, given);
    if (path.startsWith('/2/activity/subscriptions'))
      return this.answerSubscriptions(method ?? '', id, given);
    return undefined;
  }

  /** Delivers an activity as X does: only what is subscribed, only to a webhook that is valid. */
  async deliver(eventType: string, payload: Json, includes: Json = {}): Promise<number | 'not-delivered'> {
    const subscription = this.subscriptions.find(({ event_type: type }) => type === eventType);
    const webhook = this.webhooks.find(({ id }) => id === subscription?.webhook_id);
    if (!subscription || !webhook?.valid) return 'not-delivered';
    const { filter, tag } = subscription;
    // X's ids of activities may be negative.
    const event_uuid = `-${String(++this.sequence).padStart(18, '7')}`;
    return this.post(webhook.url, {
      data: { event_uuid, filter, event_type: eventType, tag, payload, includes },
    });
  }

  /** Sends bytes to the registered address, signed as X signs. */
  async post(url: string, body: unknown, secret = this.consumerSecret): Promise<number> {
    const bytes = JSON.stringify(body);
    const headers = {
      'content-type': 'application/json',
      'x-twitter-webhooks-signature': sign(bytes, secret),
    };
    return (await fetch(url, { method: 'POST', headers, body: bytes })).status;
  }

  get url(): string {
    return this.webhooks[0]?.url ?? '';
  }

  get subscribedEvents(): readonly string[] {
    return this.subscriptions.map(({ event_type: type }) => type);
  }

  get subscribedTo(): readonly (string | undefined)[] {
    return this.subscriptions.map(({ webhook_id: id }) => id);
  }

  /** X found the address wanting: nothing is delivered until a check succeeds. `refusesChecks`: none does. */
  invalidate(refusesChecks = false): void {
    for (const webhook of this.webhooks) webhook.valid = false;
    this.refusesChecks = refusesChecks;
  }

  /** The address passes again. */
  acceptChecks(): void {
    this.refusesChecks = false;
  }

  private refusesChecks = false;

  private async answerWebhooks(method: string, id: string | undefined, given: Json): Promise<Answer> {
    if (method === 'GET') {
      return { status: 200, body: { data: this.webhooks, meta: { result_count: this.webhooks.length } } };
    }
    if (method === 'POST') {
      const webhook = { id: `99${++this.sequence}`, url: String(given['url']), valid: false };
      if (!(await this.passesChallenge(webhook.url))) {
        return problem(400, `${PROBLEMS}/invalid-request`, 'Invalid Request', 'CrcValidationFailed');
      }
      webhook.valid = true;
      this.webhooks.push(webhook);
      return { status: 200, body: { data: webhook } };
    }
    const webhook = this.webhooks.find((known) => known.id === id);
    if (!webhook) return problem(404, `${PROBLEMS}/resource-not-found`, 'Not Found', 'WebhookIdInvalid');
    if (method === 'DELETE') this.webhooks = this.webhooks.filter((known) => known !== webhook);
    else webhook.valid = await this.passesChallenge(webhook.url);
    return { status: 200, body: { data: { valid: webhook.valid } } };
  }

  private answerSubscriptions(method: string, id: string | undefined, given: Json): Answer {
    if (method === 'GET') return { status: 200, body: { data: this.subscriptions } };
    if (method === 'POST') {
      const subscription = { ...given, subscription_id: `77${++this.sequence}` } as unknown as Subscription;
      this.subscriptions.push(subscription);
      return { status: 200, body: { data: { subscription } } };
    }
    const subscription = this.subscriptions.find((known) => known.subscription_id === id);
    if (!subscription)
      return problem(404, `${PROBLEMS}/resource-not-found`, 'Not Found', 'no such subscription');
    if (method === 'DELETE')
      this.subscriptions = this.subscriptions.filter((known) => known !== subscription);
    else subscription.webhook_id = String(given['webhook_id']);
    return { status: 200, body: { data: { subscription } } };
  }

  private async passesChallenge(url: string): Promise<boolean> {
    if (this.refusesChecks) return false;
    const token = `MTcz${++this.sequence}NjQ4MTk3`;
    const answer = await fetch(`${url}?crc_token=${token}&nonce=abc`);
    if (answer.status !== 200) return false;
    const { response_token: given } = (await answer.json()) as { response_token?: string };
    return given === sign(token, this.consumerSecret);
  }
}

function sign(bytes: string, secret: string): string {
  return `sha256=${createHmac('sha256', secret).update(bytes).digest('base64')}`;
}
