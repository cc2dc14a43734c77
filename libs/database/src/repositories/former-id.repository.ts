import { Injectable } from '@nestjs/common';
import type { Queryable } from '../database.js';

/** An id in its space: `identity <scope>` or `conversation <connection>`. */
export interface SpacedId {
  readonly space: string;
  readonly id: string;
}

/** Ids under which platforms named people and conversations before, and may still name them. */
@Injectable()
export class FormerIdRepository {
  /** @returns the current id of those that are former ones, by {@link spacedKey} */
  async current(tx: Queryable, ids: readonly SpacedId[]): Promise<Map<string, string>> {
    if (ids.length === 0) return new Map();
    const rows = await tx.query<{ space: string; formerId: string; currentId: string }>(
      `select f.space, f.former_id as "formerId", f.current_id as "currentId"
         from former_ids f join (select distinct * from unnest($1::text[], $2::text[])) as k(space, id)
           on f.space = k.space and f.former_id = k.id`,
      [ids.map(({ space }) => space), ids.map(({ id }) => id)],
    );
    return new Map(
      rows.map(({ space, formerId, currentId }) => [spacedKey({ space, id: formerId }), currentId]),
    );
  }

  /** From now on `former` means `current`; what meant `former` until now follows. */
  async note(tx: Queryable, space: string, former: string, current: string): Promise<void> {
    await tx.query(
      `insert into former_ids (space, former_id, current_id) values ($1, $2, $3)
       on conflict (space, former_id) do update set current_id = excluded.current_id`,
      [space, former, current],
    );
    await tx.query('update former_ids set current_id = $3 where space = $1 and current_id = $2', [
      space,
      former,
      current,
    ]);
    // Numbers come back into use: an id that is current again is not a former one.
    await tx.query('delete from former_ids where space = $1 and former_id = $2', [space, current]);
  }
}

export function spacedKey({ space, id }: SpacedId): string {
  return `${space} ${id}`;
}
