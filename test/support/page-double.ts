import { randomUUID } from 'node:crypto';
import { graphError, GraphDouble, type GraphAnswer, type GraphCall, type Json } from './graph-double.js';

export const PAGE_ID = '110000000000001';
export const INSTAGRAM_ID = '170000000000001';

const SCOPES = [
  'pages_manage_metadata',
  'pages_read_engagement',
  'pages_read_user_content',
  'pages_manage_engagement',
  'pages_messaging',
  'instagram_basic',
  'instagram_manage_comments',
  'instagram_manage_messages',
];

/** A Page and the Instagram account behind it, as the Graph API shows them: comments, one inbox, mentions. */
export class PageDouble extends GraphDouble {
  /** Public answers, with the path that they came on. */
  readonly comments: { readonly id: string; readonly path: string; readonly body: Json }[] = [];
  readonly messages: { readonly id: string; readonly body: Json }[] = [];
  /** What people wrote when they mentioned the account, by the id of comment or post. */
  readonly mentions = new Map<string, Json>();
  private readonly privatelyAnswered = new Set<string>();

  override async start(): Promise<this> {
    await super.start();
    this.scopes = SCOPES;
    this.on(new RegExp(`^GET ${PAGE_ID}$`), () => ({ body: { id: PAGE_ID, name: 'Pemkab Contoh' } }));
    this.on(new RegExp(`^GET ${INSTAGRAM_ID}$`), (call) => this.account(call));
    this.on(new RegExp(`^POST ${PAGE_ID}/messages$`), ({ body }) => this.take(body));
    this.on(/^POST .+\/(comments|replies|mentions)$/, ({ path, body }) => {
      const id = `comment_${randomUUID()}`;
      this.comments.push({ id, path, body });
      return { body: { id } };
    });
    return this;
  }

  /** Settings of a connection of this channel that leads here. */
  settings(channel: 'facebook' | 'instagram') {
    return {
      accessToken: this.token,
      pageId: PAGE_ID,
      ...(channel === 'instagram' ? { accountId: INSTAGRAM_ID } : {}),
      appSecret: this.appSecret,
      apiRoot: this.origin,
    };
  }

  /** Delivers one change of a post or comment. */
  change(url: string, field: string, value: Json): Promise<number> {
    const [object, id] = this.accountOf(url);
    const time = Math.floor(Date.now() / 1000);
    return this.deliver(url, { object, entry: [{ id, time, changes: [{ field, value }] }] });
  }

  /** Delivers one item of the inbox. */
  inbox(url: string, item: Json): Promise<number> {
    const [object, id] = this.accountOf(url);
    const timestamp = Date.now();
    const messaging = [{ recipient: { id }, timestamp, ...item }];
    return this.deliver(url, { object, entry: [{ id, time: timestamp, messaging }] });
  }

  private accountOf(url: string): [string, string] {
    return this.subscriptions.get('instagram')?.callbackUrl === url
      ? ['instagram', INSTAGRAM_ID]
      : ['page', PAGE_ID];
  }

  private account({ query }: GraphCall): GraphAnswer {
    const asked = /^(mentioned_\w+)\.\w+\((\w+)\)/.exec(query['fields'] ?? '');
    if (!asked) return { body: { id: INSTAGRAM_ID, username: 'pemkab.contoh' } };
    const [, field = '', id = ''] = asked;
    const mention = this.mentions.get(id);
    return mention ? { body: { [field]: { id, ...mention }, id: INSTAGRAM_ID } } : graphError(400, 100);
  }

  private take(body: Json): GraphAnswer {
    const { comment_id: commentId } = body['recipient'] as Json;
    if (typeof commentId === 'string') {
      if (this.privatelyAnswered.has(commentId)) return graphError(400, 10_900);
      this.privatelyAnswered.add(commentId);
    }
    const id = `m_${randomUUID()}`;
    this.messages.push({ id, body });
    return { body: { recipient_id: '1', message_id: id } };
  }
}
