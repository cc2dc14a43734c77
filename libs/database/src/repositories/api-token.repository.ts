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
  readonly isReadOnly: boolean;
  readonly expiresAt: Date | null;
}

export interface ApiTokenRow extends Omit<NewApiToken, 'tokenHash'> {
  readonly id: string;
  readonly createdAt: Date;
  readonly lastUsedAt: Date | null;
  readonly revokedAt: Date | null;
}

/** More tokens than an office has programs; what was revoked long ago falls off the end. */
const MOST_LISTED = 500;

/** Tokens for programs: only the SHA-256 is known here. */
@Injectable()
export class ApiTokenRepository {
  constructor(private readonly database: Database) {}

  /** @returns the id */
  async insert(tx: Queryable, token: NewApiToken): Promise<string> {
    const id = newId();
    await tx.query(
      `insert into api_tokens (id, token_hash, name, role, agency_id, is_read_only, expires_at)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [id, token.tokenHash, token.name, token.role, token.agencyId, token.isReadOnly, token.expiresAt],
    );
    return id;
  }

  /** Those that work first, then the rest; the newest of each first. */
  async list(): Promise<ApiTokenRow[]> {
    return this.database.query<ApiTokenRow>(
      `select id, name, role, agency_id as "agencyId", is_read_only as "isReadOnly", expires_at as "expiresAt",
              created_at as "createdAt", last_used_at as "lastUsedAt", revoked_at as "revokedAt"
         from api_tokens
        order by (revoked_at is null and coalesce(expires_at > now(), true)) desc, id desc
        limit $1`,
      [MOST_LISTED],
    );
  }

  /** A token that was not revoked and has not expired. */
  async find(tokenHash: Buffer): Promise<(Principal & { readonly isReadOnly: boolean }) | null> {
    const [row] = await this.database.query<Principal & { readonly isReadOnly: boolean }>(
      `select id, name, role, agency_id as "agencyId", is_read_only as "isReadOnly" from api_tokens
        where token_hash = $1 and revoked_at is null and coalesce(expires_at > now(), true)`,
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
