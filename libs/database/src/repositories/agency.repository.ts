import { Injectable } from '@nestjs/common';
import { Database, type Queryable } from '../database.js';
import { newId } from '../new-id.js';

export interface AgencyRow {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly shortName: string;
  readonly isActive: boolean;
}

const AGENCY = `id, code, name, short_name as "shortName", is_active as "isActive"`;

const SHORT_NAME_LOCK = 860_032;

/** OPD and PPID pelaksana that reports are sent to. */
@Injectable()
export class AgencyRepository {
  constructor(private readonly database: Database) {}

  async list(): Promise<AgencyRow[]> {
    return this.database.query<AgencyRow>(`select ${AGENCY} from agencies order by lower(short_name), id`);
  }

  async byId(id: string, on: Queryable = this.database): Promise<AgencyRow | null> {
    const [row] = await on.query<AgencyRow>(`select ${AGENCY} from agencies where id = $1`, [id]);
    return row ?? null;
  }

  /** Whether another agency has it, whatever the case; nobody else gives a short name until the transaction ends. */
  async isShortNameTaken(tx: Queryable, shortName: string, exceptId: string | null): Promise<boolean> {
    await tx.query('select pg_advisory_xact_lock($1)', [SHORT_NAME_LOCK]);
    const others = await tx.query(
      'select id from agencies where lower(short_name) = lower($1) and id is distinct from $2::uuid limit 1',
      [shortName, exceptId],
    );
    return others.length > 0;
  }

  /** @returns `null` when the code is taken */
  async insert(
    tx: Queryable,
    agency: { code: string; name: string; shortName: string },
  ): Promise<AgencyRow | null> {
    const [row] = await tx.query<AgencyRow>(
      `insert into agencies (id, code, name, short_name) values ($1, $2, $3, $4)
       on conflict (code) do nothing returning ${AGENCY}`,
      [newId(), agency.code, agency.name, agency.shortName],
    );
    return row ?? null;
  }

  /** @returns `null` when there is no such agency */
  async change(
    tx: Queryable,
    id: string,
    change: { name?: string | undefined; shortName?: string | undefined; isActive?: boolean | undefined },
  ): Promise<AgencyRow | null> {
    const [row] = await tx.query<AgencyRow>(
      `update agencies set name = coalesce($2, name), short_name = coalesce($3, short_name),
              is_active = coalesce($4, is_active) where id = $1 returning ${AGENCY}`,
      [id, change.name, change.shortName, change.isActive],
    );
    return row ?? null;
  }
}
