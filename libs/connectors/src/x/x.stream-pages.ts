import type { ConnectorContext } from '@app/connector-kit';
import { charge, type XPricedItem } from './x.budget.js';
import type { DailyReads } from './x.daily-reads.js';
import { messageEvent } from './x.message-events.js';
import { includedUserIds, pageEvents, postIds } from './x.page-events.js';
import { xMediaSchema, xUserSchema, type XPage } from './x.payload.js';
import { fetchMentions, fetchMessages, searchPosts } from './x.requests.js';
import type { XSettings } from './x.settings.js';
import { snowflakeAt } from './x.snowflake.js';
import type { FetchStreamPage, XStreamPage, XWindow } from './x.sweep.js';

type Context = ConnectorContext<XSettings>;

/** The pages of X's three streams, each charged for what it brought. */
export class XStreamPages {
  constructor(private readonly reads: DailyReads) {}

  mentions(context: Context, userId: string): FetchStreamPage {
    return async (window, token) => {
      const page = await fetchMentions(context, userId, window, token);
      // Webhooks deliver the same posts at a higher price; X charges each once a day.
      const item = context.settings.mode === 'webhook' ? 'post-read' : 'owned-read';
      await this.charge(context, page, item, 'post');
      return postPage(page, userId);
    };
  }

  search(context: Context, userId: string): FetchStreamPage {
    return async (window, token) => {
      const page = await searchPosts(context, userId, window, token);
      await this.charge(context, page, 'post-read', 'post');
      return postPage(page, userId, 'search');
    };
  }

  /** X knows no window for direct messages: it is applied here, and a page that reaches behind it is the last. */
  messages(context: Context, userId: string): FetchStreamPage {
    return async (window, token) => {
      const page = await fetchMessages(context, token);
      await this.charge(context, page, 'dm-read', 'dm');
      const users = readable(page.includes?.users, xUserSchema);
      const media = readable(page.includes?.media, xMediaSchema);
      const byId = new Map(users.map((user) => [user.id, user]));
      const isWanted = isInside(window);
      const wanted = (page.data ?? []).filter((item) => isWanted(idOf(item)));
      return {
        ids: postIds({ data: wanted }),
        events: wanted.toReversed().map((item) => messageEvent(item, byId, media, userId)),
        nextToken: wanted.length < (page.data ?? []).length ? undefined : page.meta?.next_token,
      };
    };
  }

  private async charge(context: Context, page: XPage, item: XPricedItem, resource: string): Promise<void> {
    const { apiKey } = context.settings;
    const items = postIds(page).map((id) => `${resource} ${id}`);
    const users = includedUserIds(page).map((id) => `user ${id}`);
    await charge(context, item, this.reads.countNew(apiKey, items, context.now()));
    await charge(context, 'user-read', this.reads.countNew(apiKey, users, context.now()));
  }
}

function postPage(page: XPage, userId: string, via?: 'search'): XStreamPage {
  const ids = [page.meta?.newest_id, ...postIds(page)].filter((id) => id !== undefined);
  return { ids, events: pageEvents(page, userId, via), nextToken: page.meta?.next_token };
}

/** Whether an item's id lies in the window; one without an id does, so that it is seen. */
function isInside({ since_id: since, start_time: start, end_time: end }: XWindow) {
  const lowest = BigInt(since ?? (start ? snowflakeAt(new Date(start)) : 0));
  const highest = end ? BigInt(snowflakeAt(new Date(end))) : undefined;
  return (id: bigint | undefined) =>
    id === undefined || (id > lowest && (highest === undefined || id < highest));
}

function idOf(item: unknown): bigint | undefined {
  const [id] = postIds({ data: [item] });
  return id === undefined ? undefined : BigInt(id);
}

function readable<Item>(
  items: readonly unknown[] | undefined,
  schema: { safeParse(item: unknown): { data?: Item | undefined } },
): Item[] {
  return (items ?? []).flatMap((item) => schema.safeParse(item).data ?? []);
}
