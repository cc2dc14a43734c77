import { Injectable } from '@nestjs/common';
import { Database, type Queryable } from '../database.js';
import { newId } from '../new-id.js';

export interface PlaceAliasRow {
  readonly id: string;
  readonly name: string;
  /** As it is looked up. */
  readonly folded: string;
  /** Of the areas it may mean; none: no place is meant. */
  readonly codes: readonly string[];
  readonly updatedAt: Date;
  readonly updatedBy: string | null;
  readonly isRetired: boolean;
}

export type PlaceAliasContent = Pick<PlaceAliasRow, 'name' | 'folded' | 'codes' | 'isRetired'>;

export interface PlaceAliasQuestion {
  /** Part of the name, folded; '' for all. */
  readonly search: string;
  readonly isRetired: boolean;
  /** The last name of the page before, folded. */
  readonly after: string;
  readonly limit: number;
}

const COLUMNS = `a.id, a.name, a.folded, a.codes, a.updated_at as "updatedAt", u.name as "updatedBy",
  a.retired_at is not null as "isRetired"`;

/** What people call places. What is retired stays, so that it can be taken back. */
@Injectable()
export class PlaceAliasRepository {
  constructor(private readonly database: Database) {}

  /** Those in force. */
  async active(on: Queryable = this.database): Promise<Pick<PlaceAliasRow, 'name' | 'codes'>[]> {
    return on.query('select name, codes from place_aliases where retired_at is null order by folded');
  }

  async page({ search, isRetired, after, limit }: PlaceAliasQuestion): Promise<PlaceAliasRow[]> {
    return this.database.query<PlaceAliasRow>(
      `select ${COLUMNS} from place_aliases a left join users u on u.id = a.updated_by
        where (a.retired_at is not null) = $2 and a.folded > $3 and strpos(a.folded, $1) > 0
        order by a.folded limit $4`,
      [search, isRetired, after, limit],
    );
  }

  async all(on: Queryable): Promise<(PlaceAliasContent & Pick<PlaceAliasRow, 'id'>)[]> {
    return on.query(
      'select id, name, folded, codes, retired_at is not null as "isRetired" from place_aliases',
    );
  }

  /** Adds them, or puts them in the place of what has their name. */
  async put(
    tx: Queryable,
    names: readonly Pick<PlaceAliasRow, 'name' | 'folded' | 'codes'>[],
    userId: string | null,
  ): Promise<void> {
    await tx.query(
      `insert into place_aliases (id, name, folded, codes, updated_by)
       select r.id, r.name, r.folded, r.codes, $2
         from jsonb_to_recordset($1::jsonb) as r(id uuid, name text, folded text, codes text[])
       on conflict (folded) do update
         set name = excluded.name, codes = excluded.codes, updated_by = excluded.updated_by,
             updated_at = now(), retired_at = null`,
      [JSON.stringify(names.map((name) => ({ ...name, id: newId() }))), userId],
    );
  }

  async update(tx: Queryable, id: string, content: PlaceAliasContent, userId: string | null): Promise<void> {
    await tx.query(
      `update place_aliases set name = $2, folded = $3, codes = $4, updated_by = $6, updated_at = now(),
              retired_at = case when $5 then coalesce(retired_at, now()) end where id = $1`,
      [id, content.name, content.folded, content.codes, content.isRetired, userId],
    );
  }
}
