import { escaped, problem, timeOf, type Answer, type Json } from './x-double-answers.js';

export interface MessageDraft {
  readonly text: string;
  /** Of the person on the other side. */
  readonly from: { readonly id: string; readonly name: string; readonly username: string };
  /** Written by the account itself, e.g. in the app of X. */
  readonly isOurs?: boolean;
}

/** Direct messages of the double's account, as `GET /2/dm_events` and webhooks give them. */
export class XDoubleMessages {
  private readonly events: (Json & { readonly id: string; readonly text: string })[] = [];
  private readonly users = new Map<string, Json>();
  /** People who take no messages from us. */
  readonly closed = new Set<string>();

  constructor(
    private readonly ourId: string,
    private readonly nextId: () => string,
  ) {}

  /** @returns its id, and the payload of the webhook that tells of it */
  send({ text, from, isOurs = false }: MessageDraft): { readonly id: string; readonly pushed: Json } {
    const id = this.nextId();
    const senderId = isOurs ? this.ourId : from.id;
    this.users.set(from.id, from);
    this.events.push(this.fetchedShape(id, senderId, from.id, text));
    return { id, pushed: this.pushedShape(id, senderId, isOurs ? from.id : this.ourId, text) };
  }

  sent(): readonly { readonly id: string; readonly text: string; readonly to: string }[] {
    return this.events
      .filter((event) => event['sender_id'] === this.ourId)
      .map(({ id, text, dm_conversation_id: conversation }) => ({
        id,
        text,
        to: String(conversation).replace(this.ourId, '').replace('-', ''),
      }));
  }

  answer(line: string, query: URLSearchParams, body: string): Answer | undefined {
    if (line === 'GET /2/dm_events') return this.page(query);
    const recipient = /^POST \/2\/dm_conversations\/with\/(\d+)\/messages$/.exec(line)?.[1];
    if (recipient === undefined) return undefined;
    if (this.closed.has(recipient)) {
      return problem(403, 'about:blank', 'Forbidden', 'You cannot send messages to this user.');
    }
    const id = this.nextId();
    const { text } = JSON.parse(body) as { text: string };
    this.events.push(this.fetchedShape(id, this.ourId, recipient, text));
    const conversation = `${recipient}-${this.ourId}`;
    return { status: 201, body: { data: { dm_conversation_id: conversation, dm_event_id: id } } };
  }

  /** Newest first; X knows no `since_id` here. */
  private page(query: URLSearchParams): Answer {
    const until = query.get('pagination_token');
    const size = Number(query.get('max_results') ?? 100);
    const all = this.events.toReversed().filter(({ id }) => !until || BigInt(id) < BigInt(until));
    const page = all.slice(0, size);
    const next = all.length > size ? { next_token: page.at(-1)?.id } : {};
    return {
      status: 200,
      body: {
        ...(page.length > 0 && { data: page }),
        includes: { users: [...this.users.values()] },
        meta: { result_count: page.length, ...next },
      },
    };
  }

  private fetchedShape(id: string, senderId: string, otherId: string, text: string) {
    return {
      id,
      event_type: 'MessageCreate',
      text: escaped(text),
      sender_id: senderId,
      created_at: timeOf(id),
      dm_conversation_id: `${otherId}-${this.ourId}`,
    };
  }

  private pushedShape(id: string, senderId: string, recipientId: string, text: string): Json {
    const users = [...this.users.values()].map((user) => [user['id'], { data: user }]);
    return {
      direct_message_events: [
        {
          type: 'message_create',
          id,
          created_timestamp: String(new Date(timeOf(id)).getTime()),
          message_create: {
            target: { recipient_id: recipientId },
            sender_id: senderId,
            message_data: { text: escaped(text), entities: {} },
          },
        },
      ],
      users: Object.fromEntries(users) as Json,
    };
  }
}
