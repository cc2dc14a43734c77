import { Injectable } from '@nestjs/common';
import { Database, type Queryable } from '../database.js';

/** What was erased at a person's request: numbers of rows, nothing that says who it was. */
export interface ErasureRequestRow {
  readonly id: string;
  readonly at: Date;
  readonly contactId: string;
  readonly isNameErased: boolean;
  readonly reportIds: readonly string[];
}

@Injectable()
export class ErasureRequestRepository {
  constructor(private readonly database: Database) {}

  /** The oldest first. */
  async all(): Promise<ErasureRequestRow[]> {
    return this.database.query<ErasureRequestRow>(
      `select id, at, contact_id as "contactId", is_name_erased as "isNameErased", report_ids as "reportIds"
         from erasure_requests order by at, id`,
    );
  }

  /** @returns false when it is there already */
  async insert(tx: Queryable, request: ErasureRequestRow): Promise<boolean> {
    const rows = await tx.query(
      `insert into erasure_requests (id, at, contact_id, is_name_erased, report_ids) values ($1, $2, $3, $4, $5)
       on conflict do nothing returning 1`,
      [request.id, request.at, request.contactId, request.isNameErased, request.reportIds],
    );
    return rows.length > 0;
  }
}
