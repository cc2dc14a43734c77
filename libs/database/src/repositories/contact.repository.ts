import { Injectable } from '@nestjs/common';
import { Database, type Queryable } from '../database.js';
import { CONTACT_MERGE_LOCK } from './identity.repository.js';
import { wordsQuery } from './words-query.js';

export interface ContactIdentityRow {
  readonly id: string;
  readonly contactId: string;
  readonly channel: string;
  readonly displayName: string | null;
  readonly handle: string | null;
  readonly phone: string | null;
  readonly email: string | null;
}

export interface ContactHead {
  readonly id: string;
  readonly displayName: string;
  readonly isAnonymous: boolean;
}

export interface LatestReport {
  readonly ticketCode: string;
  readonly excerpt: string;
  readonly lastMessageAt: Date;
}

export interface ContactMergeRow {
  readonly id: string;
  readonly keptId: string;
  readonly mergedId: string;
  readonly mergedName: string;
  readonly mergedBy: string | null;
  readonly mergedAt: Date;
  readonly reason: string | null;
  readonly identityIds: readonly string[];
}

/** A report whose contact has changed. */
export interface MovedReport {
  readonly id: string;
  readonly agencyId: string | null;
}

const MERGE_COLUMNS = `m.id, m.kept_id as "keptId", m.merged_id as "mergedId", c.display_name as "mergedName",
  u.name as "mergedBy", m.merged_at as "mergedAt", m.reason, m.identity_ids as "identityIds"`;

/** People as officers see them: one contact, its accounts, and what was joined to it. */
@Injectable()
export class ContactRepository {
  constructor(private readonly database: Database) {}

  async byId(on: Queryable, id: string): Promise<ContactHead | null> {
    const [row] = await on.query<ContactHead>(
      'select id, display_name as "displayName", is_anonymous as "isAnonymous" from contacts where id = $1',
      [id],
    );
    return row ?? null;
  }

  async identities(on: Queryable, contactIds: readonly string[]): Promise<ContactIdentityRow[]> {
    return on.query<ContactIdentityRow>(
      `select id, contact_id as "contactId", channel, display_name as "displayName", handle, phone, email
         from identities where contact_id = any($1::uuid[]) order by created_at, id`,
      [contactIds],
    );
  }

  /** The report that each wrote in last; those without one are left out. */
  async latestReports(contactIds: readonly string[]): Promise<Map<string, LatestReport>> {
    const rows = await this.database.query<LatestReport & { contactId: string }>(
      `select k.id as "contactId", r.ticket_code as "ticketCode", r.excerpt, r.last_message_at as "lastMessageAt"
         from unnest($1::uuid[]) as k(id)
        cross join lateral (select ticket_code, excerpt, last_message_at from reports
                             where contact_id = k.id order by last_message_at desc limit 1) r`,
      [contactIds],
    );
    return new Map(rows.map(({ contactId, ...report }) => [contactId, report]));
  }

  /** Contacts whose names, handles, numbers or addresses begin with or contain the words, the latest first. */
  async search(words: string, exceptId: string, limit: number): Promise<ContactHead[]> {
    return this.database.query<ContactHead>(
      `select c.id, c.display_name as "displayName", c.is_anonymous as "isAnonymous" from contacts c
        where c.id <> $2 and exists (
          select from identities i where i.contact_id = c.id
             and (strpos(lower(concat_ws(' ', i.display_name, i.handle, i.email)), lower($1)) > 0
                  or (length($4) >= 5 and strpos(regexp_replace(i.phone, '\\D', '', 'g'), $4) > 0)))
        order by c.created_at desc, c.id desc limit $3`,
      [words, exceptId, limit, words.replace(/\D/g, '').replace(/^0/, '')],
    );
  }

  /** The latest of those whose name has these words; nobody who asked not to be named. */
  async named(text: string, limit: number): Promise<string[]> {
    const parameters: unknown[] = [limit];
    const words = wordsQuery(text, (value) => `$${parameters.push(value)}`);
    const rows = await this.database.query<{ id: string }>(
      `select id from contacts where not is_anonymous and to_tsvector('simple', display_name) @@ ${words}
        order by id desc limit $1`,
      parameters,
    );
    return rows.map(({ id }) => id);
  }

  /** From here on nobody else merges, and nobody writes with contacts found before. @returns those that exist */
  async lock(tx: Queryable, ids: readonly string[]): Promise<ContactHead[]> {
    await tx.query('select pg_advisory_xact_lock($1)', [CONTACT_MERGE_LOCK]);
    return tx.query<ContactHead>(
      `select id, display_name as "displayName", is_anonymous as "isAnonymous" from contacts
        where id = any($1::uuid[]) order by id for update`,
      [ids],
    );
  }

  /** Moves accounts, and the reports that were written with them, to a contact. */
  async moveIdentities(
    tx: Queryable,
    identityIds: readonly string[],
    contactId: string,
  ): Promise<MovedReport[]> {
    await tx.query('update identities set contact_id = $2 where id = any($1::uuid[])', [
      identityIds,
      contactId,
    ]);
    return tx.query<MovedReport>(
      `update reports set contact_id = $2, version = version + 1, updated_at = now()
        where identity_id = any($1::uuid[]) returning id, agency_id as "agencyId"`,
      [identityIds, contactId],
    );
  }

  async insertMerge(
    tx: Queryable,
    merge: {
      readonly id: string;
      readonly keptId: string;
      readonly mergedId: string;
      readonly userId: string | null;
      readonly reason: string | null;
      readonly identityIds: readonly string[];
    },
  ): Promise<void> {
    await tx.query(
      `insert into contact_merges (id, kept_id, merged_id, merged_by, reason, identity_ids)
       values ($1, $2, $3, $4, $5, $6::uuid[])`,
      [merge.id, merge.keptId, merge.mergedId, merge.userId, merge.reason, merge.identityIds],
    );
  }

  async openMerge(tx: Queryable, id: string): Promise<ContactMergeRow | null> {
    const [row] = await tx.query<ContactMergeRow>(
      `select ${MERGE_COLUMNS} from contact_merges m join contacts c on c.id = m.merged_id
         left join users u on u.id = m.merged_by where m.id = $1 and m.undone_at is null for update of m`,
      [id],
    );
    return row ?? null;
  }

  async markUndone(tx: Queryable, id: string, userId: string | null): Promise<void> {
    await tx.query('update contact_merges set undone_at = now(), undone_by = $2 where id = $1', [id, userId]);
  }

  /** What is joined to this contact now, the latest first. */
  async merges(contactId: string): Promise<ContactMergeRow[]> {
    return this.database.query<ContactMergeRow>(
      `select ${MERGE_COLUMNS} from contact_merges m join contacts c on c.id = m.merged_id
         left join users u on u.id = m.merged_by
        where m.kept_id = $1 and m.undone_at is null order by m.merged_at desc`,
      [contactId],
    );
  }
}
