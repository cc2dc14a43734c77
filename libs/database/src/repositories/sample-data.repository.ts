import { Injectable } from '@nestjs/common';
import type { Queryable } from '../database.js';

/** What was removed. */
export interface RemovedSamples {
  readonly connectionIds: readonly string[];
  readonly reportIds: readonly string[];
}

const SAMPLE = '(select id from connections where is_sample)';
const SAMPLE_REPORTS = `(select id from reports where connection_id in ${SAMPLE})`;

const SAMPLE_LOCK = 860_031;

/** Removes everything that came through connections for made-up messages, and nothing else. */
@Injectable()
export class SampleDataRepository {
  /** @returns false while somebody else fills in or removes made-up messages, until their transaction ends */
  async tryLock(tx: Queryable): Promise<boolean> {
    const [row] = await tx.query<{ done: boolean }>('select pg_try_advisory_xact_lock($1) as done', [
      SAMPLE_LOCK,
    ]);
    return row?.done ?? false;
  }

  /** People who have written through a real connection as well stay, with what they wrote there. */
  async remove(tx: Queryable): Promise<RemovedSamples> {
    await tx.query('select pg_advisory_xact_lock($1)', [SAMPLE_LOCK]);
    const connections = await tx.query<{ id: string }>(
      'select id from connections where is_sample for update',
    );
    const reports = await tx.query<{ id: string; contactId: string; incidentId: string | null }>(
      `select id, contact_id as "contactId", incident_id as "incidentId" from reports
        where connection_id in ${SAMPLE} for update`,
    );
    const identities = await tx.query<{ id: string; contactId: string }>(
      `select i.id, i.contact_id as "contactId" from identities i
        where i.id in (select identity_id from messages where connection_id in ${SAMPLE}
                       union select identity_id from reports where connection_id in ${SAMPLE}
                       union select x.identity_id from message_reactions x join messages m on m.id = x.message_id
                              where m.connection_id in ${SAMPLE})`,
    );
    for (const statement of STATEMENTS) await tx.query(statement);
    await this.removePeople(
      tx,
      identities.map(({ id }) => id),
      [...identities, ...reports].map(({ contactId }) => contactId),
    );
    await this.removeIncidents(
      tx,
      reports.flatMap(({ incidentId }) => incidentId ?? []),
    );
    await tx.query('delete from connections where is_sample');
    return { connectionIds: connections.map(({ id }) => id), reportIds: reports.map(({ id }) => id) };
  }

  private async removePeople(tx: Queryable, identityIds: string[], contactIds: string[]): Promise<void> {
    await tx.query(
      `delete from identities i where i.id = any($1::uuid[])
          and not exists (select from messages m where m.identity_id = i.id)
          and not exists (select from reports r where r.identity_id = i.id)
          and not exists (select from message_reactions x where x.identity_id = i.id)`,
      [identityIds],
    );
    await tx.query(
      `delete from contacts c where c.id = any($1::uuid[])
          and not exists (select from identities i where i.contact_id = c.id)
          and not exists (select from reports r where r.contact_id = c.id)
          and not exists (select from contact_merges g where g.kept_id = c.id or g.merged_id = c.id)`,
      [contactIds],
    );
  }

  /** A real report that was joined with made-up ones keeps its incident. */
  private async removeIncidents(tx: Queryable, ids: string[]): Promise<void> {
    const empty = `(select i.id from incidents i where i.id = any($1::uuid[])
      and not exists (select from reports r where r.incident_id = i.id))`;
    await tx.query(
      `delete from incident_joins where incident_id in ${empty} or former_incident_id in ${empty}`,
      [ids],
    );
    await tx.query(`delete from incidents where id in ${empty}`, [ids]);
  }
}

/** In the order in which rows refer to each other; what belongs to a row alone goes with it. */
const STATEMENTS = [
  `delete from reply_parts where connection_id in ${SAMPLE}`,
  `delete from replies where report_id in ${SAMPLE_REPORTS}`,
  `delete from event_details where connection_id in ${SAMPLE}`,
  `delete from messages where report_id in ${SAMPLE_REPORTS}`,
  `delete from raw_events where connection_id in ${SAMPLE}`,
  `delete from reports where connection_id in ${SAMPLE}`,
  `delete from conversations where connection_id in ${SAMPLE}`,
];
