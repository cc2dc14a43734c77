import { Injectable } from '@nestjs/common';
import { Database, type Queryable } from '../database.js';

export type NoticeKind = 'connection-down' | 'connection-quiet' | 'connection-gap';

/** Something that admins should know about a connection, until it is over. */
export interface NoticeRow {
  readonly id: string;
  readonly kind: NoticeKind;
  readonly connectionId: string;
  readonly connectionName: string;
  readonly channel: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly at: Date;
  readonly resolvedAt: Date | null;
}

/** What comes back within this time is the same trouble: nobody is told anew. */
const SAME_TROUBLE = `interval '15 minutes'`;

@Injectable()
export class NoticeRepository {
  constructor(private readonly database: Database) {}

  /** One open notice of a kind for each connection; a repetition brings its `data` up to date. */
  async raise(
    tx: Queryable,
    connectionId: string,
    kind: NoticeKind,
    data: Readonly<Record<string, unknown>>,
  ): Promise<void> {
    const parameters = [connectionId, kind, JSON.stringify(data)];
    const known = await tx.query(
      `update notices set data = $3::jsonb, resolved_at = null
        where id = (select id from notices where connection_id = $1 and kind = $2
                       and (resolved_at is null or resolved_at > now() - ${SAME_TROUBLE}) order by id desc limit 1)
        returning id`,
      parameters,
    );
    if (known.length > 0) return;
    await tx.query(
      `insert into notices (connection_id, kind, data) values ($1, $2, $3::jsonb)
       on conflict (connection_id, kind) where resolved_at is null do update set data = excluded.data`,
      parameters,
    );
  }

  async resolve(tx: Queryable, connectionId: string, kind: NoticeKind): Promise<void> {
    await tx.query(
      'update notices set resolved_at = now() where connection_id = $1 and kind = $2 and resolved_at is null',
      [connectionId, kind],
    );
  }

  /** Newest first. */
  async latest(limit: number): Promise<NoticeRow[]> {
    return this.database.query<NoticeRow>(
      `select n.id, n.kind, n.connection_id as "connectionId", c.name as "connectionName", c.channel, n.data, n.at,
              n.resolved_at as "resolvedAt"
         from notices n join connections c on c.id = n.connection_id order by n.id desc limit $1`,
      [limit],
    );
  }

  /** The last notice that this person has seen; '0' for none. */
  async lastRead(userId: string): Promise<string> {
    const [row] = await this.database.query<{ id: string }>(
      'select last_notice_id as id from notice_readers where user_id = $1',
      [userId],
    );
    return row?.id ?? '0';
  }

  async markRead(userId: string, upTo: string): Promise<void> {
    await this.database.query(
      `insert into notice_readers as r (user_id, last_notice_id) values ($1, $2::bigint)
       on conflict (user_id) do update set last_notice_id = greatest(r.last_notice_id, excluded.last_notice_id)`,
      [userId, upTo],
    );
  }
}
