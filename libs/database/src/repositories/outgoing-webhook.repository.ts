import { Injectable } from '@nestjs/common';
import { Database, type Queryable } from '../database.js';
import { insertRows } from '../insert-rows.js';

export interface WebhookSubscriptionRow {
  readonly id: string;
  readonly name: string;
  readonly url: string;
  readonly events: readonly string[];
  readonly isActive: boolean;
  /** Why it was switched off, or why the last delivery failed. */
  readonly problem: string | null;
  readonly createdAt: Date;
  /** Sealed. */
  readonly secret: Buffer;
  /** The last change that was made into a delivery. */
  readonly position: string;
}

/** A change of a report, with what programs are told of it: no names, no texts. */
export interface ReportChange {
  readonly changeId: string;
  readonly kind: string;
  readonly at: Date;
  readonly report: {
    readonly id: string;
    readonly ticketCode: string;
    readonly class: string;
    readonly status: string;
    readonly channel: string;
    readonly agencyCode: string | null;
    readonly isUrgent: boolean;
    readonly receivedAt: string;
    readonly version: number;
  };
}

export interface WebhookDeliveryRow {
  readonly id: string;
  readonly subscriptionId: string;
  readonly event: string;
  readonly state: 'pending' | 'delivered' | 'failed';
  readonly attempts: number;
  readonly lastStatus: number | null;
  readonly lastError: string | null;
  readonly createdAt: Date;
  readonly deliveredAt: Date | null;
  readonly nextAttemptAt: Date;
  readonly body: string;
}

const SUBSCRIPTION = `id, name, url, events, is_active as "isActive", problem, created_at as "createdAt", secret,
  position::text as position`;
const DELIVERY = `id, subscription_id as "subscriptionId", event, state, attempts, last_status as "lastStatus",
  last_error as "lastError", created_at as "createdAt", delivered_at as "deliveredAt",
  next_attempt_at as "nextAttemptAt", body`;

/** The outbox of outgoing webhooks. */
@Injectable()
export class OutgoingWebhookRepository {
  constructor(private readonly database: Database) {}

  async all(on: Queryable = this.database): Promise<WebhookSubscriptionRow[]> {
    return on.query<WebhookSubscriptionRow>(
      `select ${SUBSCRIPTION} from webhook_subscriptions order by created_at, id`,
    );
  }

  async byId(id: string): Promise<WebhookSubscriptionRow | null> {
    const [row] = await this.database.query<WebhookSubscriptionRow>(
      `select ${SUBSCRIPTION} from webhook_subscriptions where id = $1`,
      [id],
    );
    return row ?? null;
  }

  /** It is told what changes from now on. */
  async insert(
    tx: Queryable,
    row: Pick<WebhookSubscriptionRow, 'id' | 'name' | 'url' | 'events' | 'secret'> & {
      readonly userId: string | null;
    },
  ): Promise<void> {
    await tx.query(
      `insert into webhook_subscriptions (id, name, url, events, secret, created_by, position)
       values ($1, $2, $3, $4::text[], $5, $6, (select coalesce(max(id), 0) from changes))`,
      [row.id, row.name, row.url, row.events, row.secret, row.userId],
    );
  }

  /** One that is switched on again goes on with what changes from then on. */
  async update(
    tx: Queryable,
    row: Pick<WebhookSubscriptionRow, 'id' | 'name' | 'url' | 'events' | 'isActive'>,
  ): Promise<void> {
    await tx.query(
      `update webhook_subscriptions s set name = $2, url = $3, events = $4::text[], is_active = $5,
              problem = case when $5 then null else problem end,
              position = case when $5 and not s.is_active then (select coalesce(max(id), 0) from changes) else position end
        where id = $1`,
      [row.id, row.name, row.url, row.events, row.isActive],
    );
  }

  async remove(tx: Queryable, id: string): Promise<void> {
    await tx.query('delete from webhook_subscriptions where id = $1', [id]);
  }

  /** @param isOver it is switched off with this problem */
  async setProblem(id: string, problem: string | null, isOver = false): Promise<void> {
    await this.database.query(
      'update webhook_subscriptions set problem = $2, is_active = is_active and not $3 where id = $1',
      [id, problem, isOver],
    );
  }

  /** Takes the active subscriptions for this transaction, as far as no other worker has them. */
  async lockActive(tx: Queryable): Promise<WebhookSubscriptionRow[]> {
    return tx.query<WebhookSubscriptionRow>(
      `select ${SUBSCRIPTION} from webhook_subscriptions where is_active order by id for update skip locked`,
    );
  }

  /** The next changes of reports after a position, and the position that they reach to. */
  async changesAfter(
    tx: Queryable,
    position: string,
    limit: number,
  ): Promise<{ readonly last: string; readonly changes: ReportChange[] }> {
    const rows = await tx.query<Omit<ReportChange, 'report'> & { report: ReportChange['report'] | null }>(
      `select c.id as "changeId", c.kind, c.at,
              case when r.id is null then null else jsonb_build_object('id', r.id, 'ticketCode', r.ticket_code,
                'class', r.class, 'status', r.status, 'channel', r.channel, 'agencyCode', a.code,
                'isUrgent', r.is_urgent, 'receivedAt', r.received_at, 'version', r.version) end as report
         from (select * from changes where id > $1::bigint order by id limit $2) c
         left join reports r on c.topic = 'report' and r.id = c.entity_id::uuid
         left join agencies a on a.id = r.agency_id order by c.id`,
      [position, limit],
    );
    return {
      last: rows.at(-1)?.changeId ?? position,
      changes: rows.flatMap(({ report, ...change }) => (report ? [{ ...change, report }] : [])),
    };
  }

  async setPosition(tx: Queryable, id: string, position: string): Promise<void> {
    await tx.query('update webhook_subscriptions set position = $2::bigint where id = $1', [id, position]);
  }

  async insertDeliveries(
    tx: Queryable,
    rows: readonly {
      readonly id: string;
      readonly subscriptionId: string;
      readonly changeId: string | null;
      readonly event: string;
      readonly body: string;
    }[],
  ): Promise<void> {
    await insertRows(
      tx,
      'webhook_deliveries',
      { id: 'uuid', subscription_id: 'uuid', change_id: 'bigint', event: 'text', body: 'text' },
      rows.map((row) => ({
        id: row.id,
        subscription_id: row.subscriptionId,
        change_id: row.changeId,
        event: row.event,
        body: row.body,
      })),
      'on conflict on constraint webhook_deliveries_once do nothing',
    );
  }

  /** Active subscriptions that have something due. */
  async due(): Promise<WebhookSubscriptionRow[]> {
    return this.database.query<WebhookSubscriptionRow>(
      `select ${SUBSCRIPTION} from webhook_subscriptions s where is_active and exists (
         select from webhook_deliveries d where d.subscription_id = s.id and d.state = 'pending'
            and d.next_attempt_at <= now())`,
    );
  }

  /** Takes due deliveries; a worker that dies leaves them to another after `leaseMs`. */
  async claim(subscriptionId: string, limit: number, leaseMs: number): Promise<WebhookDeliveryRow[]> {
    return this.database.query<WebhookDeliveryRow>(
      `update webhook_deliveries set attempts = attempts + 1,
              next_attempt_at = now() + $3 * interval '1 millisecond'
        where id in (select id from webhook_deliveries
                      where subscription_id = $1 and state = 'pending' and next_attempt_at <= now()
                      order by next_attempt_at, id limit $2 for update skip locked)
        returning ${DELIVERY}`,
      [subscriptionId, limit, leaseMs],
    );
  }

  async markDelivered(id: string, status: number): Promise<void> {
    await this.database.query(
      `update webhook_deliveries set state = 'delivered', delivered_at = now(), last_status = $2, last_error = null
        where id = $1`,
      [id, status],
    );
  }

  /** @param next null: it is not tried again by itself */
  async markFailed(id: string, status: number | null, error: string, next: Date | null): Promise<void> {
    await this.database.query(
      `update webhook_deliveries set last_status = $2, last_error = $3, next_attempt_at = coalesce($4, next_attempt_at),
              state = case when $4::timestamptz is null then 'failed' else 'pending' end where id = $1`,
      [id, status, error, next],
    );
  }

  /** Puts one back in line, with all its attempts. @returns whether there is such a delivery */
  async redeliver(id: string): Promise<boolean> {
    const rows = await this.database.query(
      `update webhook_deliveries set state = 'pending', attempts = 0, next_attempt_at = now() where id = $1 returning id`,
      [id],
    );
    return rows.length > 0;
  }

  /** Newest first; `before` is the last id of the page before. */
  async log(subscriptionId: string, before: string | null, limit: number): Promise<WebhookDeliveryRow[]> {
    return this.database.query<WebhookDeliveryRow>(
      `select ${DELIVERY} from webhook_deliveries
        where subscription_id = $1 and ($2::uuid is null or id < $2) order by id desc limit $3`,
      [subscriptionId, before, limit],
    );
  }

  /** Forgets what ended longer ago than `before`. */
  async trim(before: Date): Promise<void> {
    await this.database.query(`delete from webhook_deliveries where state <> 'pending' and created_at < $1`, [
      before,
    ]);
  }
}
