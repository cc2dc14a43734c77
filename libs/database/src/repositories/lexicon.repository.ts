import { Injectable } from '@nestjs/common';
import { Database, type Queryable } from '../database.js';
import { newId } from '../new-id.js';

export interface LexiconRow {
  readonly id: string;
  readonly spelling: string;
  readonly words: readonly string[];
  readonly updatedAt: Date;
  readonly updatedBy: string | null;
  readonly isRetired: boolean;
}

export type LexiconContent = Pick<LexiconRow, 'spelling' | 'words' | 'isRetired'>;

export interface LexiconQuestion {
  /** Part of the spelling or of what it stands for; '' for all. */
  readonly search: string;
  readonly isRetired: boolean;
  /** The last spelling of the page before. */
  readonly after: string;
  readonly limit: number;
}

const COLUMNS = `e.id, e.spelling, e.words, e.updated_at as "updatedAt", u.name as "updatedBy",
  e.retired_at is not null as "isRetired"`;

/** A tenant's own spellings. What is retired stays, so that it can be taken back. */
@Injectable()
export class LexiconRepository {
  constructor(private readonly database: Database) {}

  /** Those in force. */
  async active(on: Queryable = this.database): Promise<Pick<LexiconRow, 'spelling' | 'words'>[]> {
    return on.query('select spelling, words from lexicon_entries where retired_at is null order by spelling');
  }

  /** By spelling. */
  async page({ search, isRetired, after, limit }: LexiconQuestion): Promise<LexiconRow[]> {
    return this.database.query<LexiconRow>(
      `select ${COLUMNS} from lexicon_entries e left join users u on u.id = e.updated_by
        where (e.retired_at is not null) = $2 and e.spelling > $3
          and strpos(e.spelling || ' ' || array_to_string(e.words, ' '), $1) > 0
        order by e.spelling limit $4`,
      [search, isRetired, after, limit],
    );
  }

  async all(on: Queryable): Promise<(LexiconContent & Pick<LexiconRow, 'id'>)[]> {
    return on.query('select id, spelling, words, retired_at is not null as "isRetired" from lexicon_entries');
  }

  /** Adds it, or puts it in the place of what has its spelling. */
  async put(
    tx: Queryable,
    entries: readonly Pick<LexiconRow, 'spelling' | 'words'>[],
    userId: string | null,
  ): Promise<void> {
    await tx.query(
      `insert into lexicon_entries (id, spelling, words, updated_by)
       select r.id, r.spelling, r.words, $2
         from jsonb_to_recordset($1::jsonb) as r(id uuid, spelling text, words text[])
       on conflict (spelling) do update
         set words = excluded.words, updated_by = excluded.updated_by, updated_at = now(), retired_at = null`,
      [JSON.stringify(entries.map((entry) => ({ ...entry, id: newId() }))), userId],
    );
  }

  async update(tx: Queryable, id: string, content: LexiconContent, userId: string | null): Promise<void> {
    await tx.query(
      `update lexicon_entries set spelling = $2, words = $3, updated_by = $5, updated_at = now(),
              retired_at = case when $4 then coalesce(retired_at, now()) end where id = $1`,
      [id, content.spelling, content.words, content.isRetired, userId],
    );
  }
}
