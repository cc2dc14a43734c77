import { Injectable } from '@nestjs/common';
import { Database, type Queryable } from '../database.js';

export type LinkPurpose = 'first-admin' | 'invitation' | 'reset';

export interface OneTimeLinkRow {
  readonly purpose: LinkPurpose;
  readonly userId: string | null;
  readonly email: string | null;
  readonly name: string | null;
}

const USABLE = `l.token_hash = $1 and l.used_at is null and l.expires_at > now() and u.disabled_at is null`;

/** Links that set a password once: only the SHA-256 of the token is known here. */
@Injectable()
export class OneTimeLinkRepository {
  constructor(private readonly database: Database) {}

  /** Makes a link; unused ones for the same user (or for the first admin) die. */
  async replace(
    tx: Queryable,
    link: { readonly tokenHash: Buffer; purpose: LinkPurpose; userId: string | null; expiresAt: Date },
  ): Promise<void> {
    await this.discard(tx, link.userId);
    await tx.query(
      'insert into one_time_links (token_hash, purpose, user_id, expires_at) values ($1, $2, $3, $4)',
      [link.tokenHash, link.purpose, link.userId, link.expiresAt],
    );
  }

  /** Unused links of a user, or with `null` those for the first admin, stop working. */
  async discard(tx: Queryable, userId: string | null): Promise<void> {
    await tx.query('delete from one_time_links where user_id is not distinct from $1 and used_at is null', [
      userId,
    ]);
  }

  async find(tokenHash: Buffer): Promise<OneTimeLinkRow | null> {
    const [row] = await this.database.query<OneTimeLinkRow>(
      `select l.purpose, l.user_id as "userId", u.email, u.name
         from one_time_links l left join users u on u.id = l.user_id where ${USABLE}`,
      [tokenHash],
    );
    return row ?? null;
  }

  /** Uses the link up. Of two at once, one gets it and the other `null`. */
  async take(tx: Queryable, tokenHash: Buffer): Promise<OneTimeLinkRow | null> {
    const [row] = await tx.query<OneTimeLinkRow>(
      `with usable as (
         select l.token_hash, u.email, u.name from one_time_links l left join users u on u.id = l.user_id
          where ${USABLE} for update of l
       )
       update one_time_links l set used_at = now() from usable
        where l.token_hash = usable.token_hash
        returning l.purpose, l.user_id as "userId", usable.email, usable.name`,
      [tokenHash],
    );
    return row ?? null;
  }
}
