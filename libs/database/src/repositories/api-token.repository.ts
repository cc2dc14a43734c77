import { Injectable } from '@nestjs/common';
import type { Role } from '@app/report-model';
import { Database, type Queryable } from '../database.js';
import { newId } from '../new-id.js';
import type { Principal } from './session.repository.js';

export interface NewApiToken {
  readonly tokenHash: Buffer;
  readonly name: string;
  readonly role: Role;
  readonly agencyId: string | null;
}

/** Tokens for programs: only the SHA-256 is known here. */
@Injectable()
export class ApiTokenRepository {
  constructor(private readonly database: Database) {}

  /** @returns the id */
  async insert(tx: Queryable, token: NewApiToken): Promise<string> {
    const id = newId();
    await tx.query(
      'insert into api_tokens (id, token_hash, name, role, agency_id) values ($1, $2, $3, $4, $5)',
      [id, token.tokenHash, token.name, token.role, token.agencyId],
    );
    return id;
  }

  /** A token that was not revoked. */
  async find(tokenHash: Buffer): Promise<Principal | null> {
    const [row] = await this.database.query<Principal>(
      `select id, name, role, agency_id as "agencyId" from api_tokens
        where token_hash = $1 and revoked_at is null`,
      [tokenHash],
    );
    return row ?? null;
  }

  /** Writes at most once a minute per token, however often it is used. */
  async recordUse(id: string): Promise<void> {
    await this.database.query(
      `update api_tokens set last_used_at = now()
        where id = $1 and (last_used_at is null or last_used_at < now() - interval '1 minute')`,
      [id],
    );
  }

  /** @returns false when there is no such token or it was revoked before */
  async revoke(tx: Queryable, id: string): Promise<boolean> {
    const rows = await tx.query(
      'update api_tokens set revoked_at = now() where id = $1 and revoked_at is null returning id',
      [id],
    );
    return rows.length > 0;
  }
}
