import { Injectable } from '@nestjs/common';
import type { Role } from '@app/report-model';
import { Database, type Queryable } from '../database.js';

/** Whom a session or a token stands for. */
export interface Principal {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  readonly agencyId: string | null;
}

export interface SessionRow extends Principal {
  readonly email: string;
  readonly createdAt: Date;
  readonly lastSeenAt: Date;
}

/** Browser sessions: only the SHA-256 of the cookie is known here. */
@Injectable()
export class SessionRepository {
  constructor(private readonly database: Database) {}

  async insert(tx: Queryable, tokenHash: Buffer, userId: string, expiresAt: Date): Promise<void> {
    await tx.query('delete from sessions where user_id = $1 and expires_at < now()', [userId]);
    await tx.query('insert into sessions (token_hash, user_id, expires_at) values ($1, $2, $3)', [
      tokenHash,
      userId,
      expiresAt,
    ]);
  }

  /** A session that has not ended, of a user who is not disabled. */
  async find(tokenHash: Buffer): Promise<SessionRow | null> {
    const [row] = await this.database.query<SessionRow>(
      `select u.id, u.name, u.email, u.role, u.agency_id as "agencyId", s.created_at as "createdAt",
              s.last_seen_at as "lastSeenAt"
         from sessions s join users u on u.id = s.user_id
        where s.token_hash = $1 and s.expires_at > now() and u.disabled_at is null`,
      [tokenHash],
    );
    return row ?? null;
  }

  async prolong(tokenHash: Buffer, expiresAt: Date): Promise<void> {
    await this.database.query(
      'update sessions set last_seen_at = now(), expires_at = $2 where token_hash = $1',
      [tokenHash, expiresAt],
    );
  }

  /** @returns whose it was; null when it had ended */
  async end(tx: Queryable, tokenHash: Buffer): Promise<string | null> {
    const [row] = await tx.query<{ userId: string }>(
      'delete from sessions where token_hash = $1 returning user_id as "userId"',
      [tokenHash],
    );
    return row?.userId ?? null;
  }

  /** @param exceptTokenHash the session that stays */
  async endAllOf(tx: Queryable, userId: string, exceptTokenHash: Buffer | null = null): Promise<void> {
    await tx.query('delete from sessions where user_id = $1 and token_hash is distinct from $2', [
      userId,
      exceptTokenHash,
    ]);
  }
}
