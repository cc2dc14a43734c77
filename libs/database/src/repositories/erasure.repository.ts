import { Injectable } from '@nestjs/common';
import type { Queryable } from '../database.js';
import { HELD, HELD_EVENT } from './legal-hold.repository.js';

const ERASED = `convert_to('{"erased":true}', 'UTF8')`;
/** What becomes of an event whose payload is erased: it still counts, and is known when it comes again. */
const EMPTIED = `payload = ${ERASED}, external_id = erased_id(e.external_id), conversation_key = '', erased_at = now()`;
/** A shorter number may stand for anything in a payload. */
const SHORTEST_ACCOUNT = 5;
/** As a word of its own: an account's number is no part of another one. */
const NAMES_ACCOUNT = `encode(e.payload, 'escape') ~
  ('(^|[^[:alnum:]_])' || regexp_replace(a.external_id, '([^[:alnum:]_])', '\\\\\\1', 'g') || '($|[^[:alnum:]_])')`;
const TYPED = `array['note', 'reason', 'question', 'addressee']`;
const OF_REPORTS = 'report_id = any($1::uuid[])';
const MESSAGES = `(select id from messages where ${OF_REPORTS})`;
const REPLIES = `(select id from replies where ${OF_REPORTS})`;

/**
 * Removes what people wrote and who they are, in every place where it is kept. What is counted stays: that there was a
 * report, its class, topic, area, agency, clocks and times.
 */
@Injectable()
export class ErasureRepository {
  /** What was written in and about these reports. */
  async eraseContents(tx: Queryable, reportIds: readonly string[]): Promise<void> {
    for (const statement of CONTENTS) await tx.query(statement, [reportIds]);
  }

  /** Their files; those that nothing else refers to leave the data folder with the next sweep. */
  async eraseMedia(tx: Queryable, reportIds: readonly string[]): Promise<void> {
    for (const statement of MEDIA) await tx.query(statement, [reportIds]);
  }

  /** Names, numbers, addresses and ids of these people, with those of contacts that were joined to them. */
  async eraseContacts(tx: Queryable, contactIds: readonly string[]): Promise<void> {
    const ids = await this.withJoined(tx, contactIds);
    for (const statement of CONTACTS) await tx.query(statement, [ids]);
  }

  /** Names, numbers, addresses and accounts of these people. */
  async identifiersOf(on: Queryable, contactIds: readonly string[]): Promise<string[]> {
    const rows = await on.query<{ word: string }>(
      `select distinct x.word from identities i join contacts c on c.id = i.contact_id
         cross join lateral (values (case when not c.is_anonymous then c.display_name end),
           (case when not c.is_anonymous then i.display_name end), (i.handle), (i.phone), (i.email), (i.external_id)) x (word)
        where i.contact_id = any($1::uuid[]) and x.word <> ''`,
      [await this.withJoined(on, contactIds)],
    );
    return rows.map(({ word }) => word);
  }

  /** Events in quarantine of these people's private conversations, or that name one of their accounts. */
  async setAsideOf(on: Queryable, contactIds: readonly string[]): Promise<string[]> {
    const rows = await on.query<{ id: string }>(
      `with accounts as (
         select r.connection_id, i.external_id from identities i join reports r on r.identity_id = i.id
          where i.contact_id = any($1::uuid[])
         union select v.connection_id, v.external_id from conversations v join reports r on r.conversation_id = v.id
          where r.contact_id = any($1::uuid[]) and v.kind in ('private', 'form'))
       select e.id from raw_events e where e.state = 'quarantined' and exists (
         select from accounts a where a.connection_id = e.connection_id and (a.external_id = e.conversation_key
           or (length(a.external_id) >= ${SHORTEST_ACCOUNT} and ${NAMES_ACCOUNT})))`,
      [await this.withJoined(on, contactIds)],
    );
    return rows.map(({ id }) => id);
  }

  private async withJoined(on: Queryable, contactIds: readonly string[]): Promise<string[]> {
    const rows = await on.query<{ id: string }>(
      `with recursive joined as (
         select unnest($1::uuid[]) as id union
         select m.merged_id from contact_merges m join joined j on j.id = m.kept_id where m.undone_at is null)
       select id from joined`,
      [contactIds],
    );
    return rows.map(({ id }) => id);
  }

  /** Every settled event of these people's private conversations, also those that made no message. */
  async eraseEventsOf(tx: Queryable, contactIds: readonly string[]): Promise<void> {
    await tx.query(
      `update raw_events e set ${EMPTIED}
         from (select distinct v.connection_id, v.external_id from conversations v join reports r on r.conversation_id = v.id
                where r.contact_id = any($1::uuid[]) and v.kind in ('private', 'form')) c
        where e.connection_id = c.connection_id and e.conversation_key = c.external_id
          and e.erased_at is null and e.state in ('shown', 'merged', 'ignored')`,
      [contactIds],
    );
  }

  /** Those of these events that are settled and on hold nowhere. @returns how many */
  async eraseEvents(tx: Queryable, ids: readonly string[]): Promise<number> {
    const rows = await tx.query(
      `update raw_events e set ${EMPTIED} where e.id = any($1::bigint[]) and e.erased_at is null
          and e.state in ('shown', 'merged', 'ignored')
          and not exists (select from messages m join reports r on r.id = m.report_id where m.id = e.message_id and ${HELD})
        returning 1`,
      [ids],
    );
    return rows.length;
  }

  /**
   * Those of these events that are in quarantine still, and on hold nowhere: they count as ignored from then on.
   * @returns how many
   */
  async eraseSetAside(tx: Queryable, ids: readonly string[], reason: string): Promise<number> {
    const rows = await tx.query(
      `update raw_events e set ${EMPTIED}, state = 'ignored', reason = $2
        where e.id = any($1::bigint[]) and e.state = 'quarantined' and not ${HELD_EVENT} returning 1`,
      [ids, reason],
    );
    return rows.length;
  }
}

const CONTENTS = [
  `update raw_events e set ${EMPTIED}
    where e.erased_at is null and e.state in ('shown', 'merged', 'ignored')
      and e.id in (select raw_event_id from messages where ${OF_REPORTS}
                   union select a.raw_event_id from attachments a where a.message_id in ${MESSAGES}
                   union select id from raw_events where state = 'merged' and message_id in ${MESSAGES})`,
  `update messages set text = '', latitude = null, longitude = null, location_label = null, permalink = null,
          notes = array_append(array_remove(notes, 'erased'), 'erased') where ${OF_REPORTS}`,
  `delete from message_revisions where message_id in ${MESSAGES}`,
  `update attachments set file_name = null, description = null, latitude = null, longitude = null, problem = null
    where message_id in ${MESSAGES}`,
  `update classifications set text = '', evidence = '[]' where ${OF_REPORTS}`,
  `update report_facts set places = '[]', personal_data = '[]' where ${OF_REPORTS}`,
  `delete from report_search where ${OF_REPORTS}`,
  `delete from report_bands where ${OF_REPORTS}`,
  `update replies set text = '', template = null, choices = '{}', problem = null, permalink = null where ${OF_REPORTS}`,
  `update reply_attempts set problem = null where reply_id in ${REPLIES}`,
  `update reply_files set file_name = '' where ${OF_REPORTS}`,
  `delete from reply_drafts where ${OF_REPORTS}`,
  `update report_notes set text = '' where ${OF_REPORTS}`,
  `update dispositions set note = null where ${OF_REPORTS}`,
  `update report_ratings set words = '' where ${OF_REPORTS}`,
  `update user_notices set detail = null where ${OF_REPORTS}`,
  `update legal_holds set reason = '', release_reason = '' where ${OF_REPORTS} and released_at is not null`,
  `update bulk_jobs set action = action - 'note'
    where action ? 'note' and id in (select job_id from bulk_items where ${OF_REPORTS})`,
  // What officers typed with a change; a colleague's name in an entry is no citizen's.
  `update report_events set data = data - ${TYPED} where ${OF_REPORTS} and data ?| ${TYPED}`,
  `update reports set excerpt = '', tracking_secret_hash = null, contents_erased_at = now() where id = any($1::uuid[])`,
];

const MEDIA = [
  `update attachments set state = 'erased', sha256 = null, external_id = null, url = null, mime_type = null,
          file_name = null, description = null, size_bytes = null, latitude = null, longitude = null,
          refusal = null, problem = null, next_attempt_at = null
    where message_id in ${MESSAGES} and state <> 'erased'`,
  `delete from reply_files where ${OF_REPORTS}`,
  `update reports set media_erased_at = now() where id = any($1::uuid[])`,
];

const OF_CONTACTS = 'contact_id = any($1::uuid[])';
const THEIR_REPORTS = `(select id from reports where ${OF_CONTACTS})`;
const SHUT = JSON.stringify({ id: 'Data pelapor sudah dihapus', en: "The reporter's data was erased" });

const CONTACTS = [
  `delete from former_ids f using identities i
    where i.${OF_CONTACTS} and i.external_id in (f.former_id, f.current_id) and f.space = 'identity ' || i.scope`,
  `delete from former_ids f using conversations v
    where f.space = 'conversation ' || v.connection_id and v.external_id in (f.former_id, f.current_id)
      and v.kind in ('private', 'form') and v.id in (select conversation_id from reports where ${OF_CONTACTS})`,
  `delete from rate_buckets b using conversations v
    where b.connection_id = v.connection_id and strpos(b.bucket, v.external_id) > 0
      and v.kind in ('private', 'form') and v.id in (select conversation_id from reports where ${OF_CONTACTS})`,
  `update conversations set external_id = erased_id(id::text), title = null, closed_reason = '${SHUT.replaceAll("'", "''")}'
    where kind in ('private', 'form') and id in (select conversation_id from reports where ${OF_CONTACTS})`,
  `update messages set external_id = erased_id(external_id), permalink = null, reply_to_external_id = null, album_id = null
    where report_id in ${THEIR_REPORTS} and external_id not like 'erased:%'`,
  `update replies set external_id = erased_id(external_id), permalink = null
    where report_id in ${THEIR_REPORTS} and external_id not like 'erased:%'`,
  `update reply_parts set external_id = erased_id(external_id)
    where external_id not like 'erased:%' and reply_id in (select id from replies where report_id in ${THEIR_REPORTS})`,
  `update reply_attempts set external_id = null, problem = null
    where reply_id in (select id from replies where report_id in ${THEIR_REPORTS})`,
  `update report_events set data = data - array['with', 'reason']
    where kind in ('contacts-merged', 'contacts-separated') and report_id in ${THEIR_REPORTS}`,
  `update contact_merges set reason = null where kept_id = any($1::uuid[]) or merged_id = any($1::uuid[])`,
  `update identities set external_id = erased_id(id::text), handle = null, display_name = null, phone = null, email = null
    where ${OF_CONTACTS}`,
  `update contacts set display_name = '', erased_at = now() where id = any($1::uuid[])`,
];
