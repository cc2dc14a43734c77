import { Injectable } from '@nestjs/common';
import type { Role } from '@app/report-model';
import { Database, type Queryable } from '../database.js';
import { newId } from '../new-id.js';

export interface AccountRow {
  readonly id: string;
  /** Lower-case. */
  readonly email: string;
  readonly name: string;
  readonly role: Role;
  readonly agencyId: string | null;
  readonly isDisabled: boolean;
  readonly hasPassword: boolean;
  readonly lastLoginAt: Date | null;
}

export type ChangedAccount = Pick<AccountRow, 'name' | 'email' | 'role' | 'agencyId' | 'isDisabled'>;

export interface NewAccount {
  readonly email: string;
  readonly name: string;
  readonly role: Role;
  readonly agencyId: string | null;
  readonly passwordHash?: string;
}

const ACCOUNT = `u.id, u.email, u.name, u.role, u.agency_id as "agencyId", u.disabled_at is not null as "isDisabled",
  u.password_hash is not null as "hasPassword", u.last_login_at as "lastLoginAt"`;

/** What signing in compares with. */
export interface AccountForSignIn extends AccountRow {
  readonly passwordHash: string | null;
}

/** People who sign in. */
@Injectable()
export class AccountRepository {
  constructor(private readonly database: Database) {}

  async list(): Promise<AccountRow[]> {
    return this.database.query<AccountRow>(`select ${ACCOUNT} from users u order by lower(u.name), u.id`);
  }

  async byId(id: string, on: Queryable = this.database): Promise<AccountRow | null> {
    const [row] = await on.query<AccountRow>(`select ${ACCOUNT} from users u where u.id = $1`, [id]);
    return row ?? null;
  }

  /** Who can sign in and see a report of this agency; without one those who see all. By name. */
  async colleagues(agencyId: string | null): Promise<AccountRow[]> {
    return this.database.query<AccountRow>(
      `select ${ACCOUNT} from users u
        where u.disabled_at is null and u.password_hash is not null
          and (u.role in ('admin', 'officer') or u.agency_id = $1) order by lower(u.name), u.id`,
      [agencyId],
    );
  }

  /** What signing in compares with; `null` when nobody has this e-mail. */
  async findForSignIn(email: string): Promise<AccountForSignIn | null> {
    const [row] = await this.database.query<AccountForSignIn>(
      `select ${ACCOUNT}, u.password_hash as "passwordHash" from users u where u.email = $1`,
      [email],
    );
    return row ?? null;
  }

  /** @returns `null` when the e-mail is taken */
  async insert(tx: Queryable, account: NewAccount): Promise<AccountRow | null> {
    const [row] = await tx.query<AccountRow>(
      `insert into users as u (id, email, name, role, agency_id, password_hash) values ($1, $2, $3, $4, $5, $6)
       on conflict (email) do nothing returning ${ACCOUNT}`,
      [newId(), account.email, account.name, account.role, account.agencyId, account.passwordHash ?? null],
    );
    return row ?? null;
  }

  async setPassword(tx: Queryable, id: string, name: string, passwordHash: string): Promise<void> {
    await tx.query('update users set name = $2, password_hash = $3 where id = $1', [id, name, passwordHash]);
  }

  /** As it stands until the transaction ends. */
  async lock(tx: Queryable, id: string): Promise<AccountRow | null> {
    const [row] = await tx.query<AccountRow>(`select ${ACCOUNT} from users u where u.id = $1 for update`, [
      id,
    ]);
    return row ?? null;
  }

  /** @returns `null` when the e-mail is somebody else's */
  async change(tx: Queryable, id: string, to: ChangedAccount): Promise<AccountRow | null> {
    const [row] = await tx.query<AccountRow>(
      `update users u set name = $2, email = $3, role = $4, agency_id = $5,
         disabled_at = case when $6::boolean then coalesce(u.disabled_at, now()) end
       where u.id = $1 and not exists (select from users o where o.email = $3 and o.id <> $1)
       returning ${ACCOUNT}`,
      [id, to.name, to.email, to.role, to.agencyId, to.isDisabled],
    );
    return row ?? null;
  }

  async recordSignIn(tx: Queryable, id: string): Promise<void> {
    await tx.query('update users set last_login_at = now() where id = $1', [id]);
  }

  /**
   * Admins who can sign in now. Locks their rows, so that two of them cannot disable each other at once.
   */
  async lockActiveAdmins(tx: Queryable): Promise<string[]> {
    const rows = await tx.query<{ id: string }>(
      `select id from users where role = 'admin' and disabled_at is null and password_hash is not null
       order by id for update`,
    );
    return rows.map((row) => row.id);
  }
}
