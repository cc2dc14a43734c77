import { Injectable } from '@nestjs/common';
import { Database, type Queryable } from '../database.js';
import { newId } from '../new-id.js';

/** A filter of the list under a name. */
export interface SavedViewRow {
  readonly id: string;
  readonly name: string;
  /** As in the address bar. */
  readonly query: string;
  readonly isShared: boolean;
  readonly ownerId: string;
  readonly ownerName: string;
}

const SELECT = `select v.id, v.name, v.query, v.is_shared as "isShared", v.user_id as "ownerId", u.name as "ownerName"
  from saved_views v join users u on u.id = v.user_id`;

@Injectable()
export class SavedViewRepository {
  constructor(private readonly database: Database) {}

  /** One's own and those that others share, by name. */
  async visibleTo(userId: string): Promise<SavedViewRow[]> {
    return this.database.query<SavedViewRow>(
      `${SELECT} where v.user_id = $1 or v.is_shared order by lower(v.name), v.id`,
      [userId],
    );
  }

  /** Whether this person sees a view of this name, other than `exceptId`. */
  async hasName(userId: string, name: string, exceptId: string | null): Promise<boolean> {
    const rows = await this.database.query(
      `select 1 from saved_views where (user_id = $1 or is_shared) and lower(name) = lower($2)
         and id is distinct from $3::uuid limit 1`,
      [userId, name, exceptId],
    );
    return rows.length > 0;
  }

  async insert(
    userId: string,
    view: { readonly name: string; readonly query: string; readonly isShared: boolean },
  ): Promise<string> {
    const id = newId();
    await this.database.query(
      'insert into saved_views (id, user_id, name, query, is_shared) values ($1, $2, $3, $4, $5)',
      [id, userId, view.name, view.query, view.isShared],
    );
    return id;
  }

  /** @returns false when it is not this person's */
  async change(
    userId: string,
    id: string,
    view: { readonly name: string; readonly isShared: boolean },
  ): Promise<boolean> {
    const rows = await this.database.query(
      'update saved_views set name = $3, is_shared = $4 where id = $1 and user_id = $2 returning id',
      [id, userId, view.name, view.isShared],
    );
    return rows.length > 0;
  }

  /** Of everybody. */
  async all(on: Queryable): Promise<SavedViewRow[]> {
    return on.query<SavedViewRow>(`${SELECT} order by v.id`);
  }

  async removeAll(tx: Queryable, ids: readonly string[]): Promise<void> {
    await tx.query('delete from saved_views where id = any($1::uuid[])', [ids]);
  }

  /** @returns false when it is not this person's */
  async remove(userId: string, id: string): Promise<boolean> {
    const rows = await this.database.query(
      'delete from saved_views where id = $1 and user_id = $2 returning id',
      [id, userId],
    );
    return rows.length > 0;
  }
}
