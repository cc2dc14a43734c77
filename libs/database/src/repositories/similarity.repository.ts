import { Injectable } from '@nestjs/common';
import { Database, type Queryable } from '../database.js';

/** Another report with the same or nearly the same photo, and the bands of both. */
export interface SamePhoto {
  readonly reportId: string;
  readonly own: readonly number[];
  readonly others: readonly number[];
}

/** Of a report and of those that share bands with it. */
export interface SharedBands {
  /** Inbound, in their order. */
  readonly own: readonly string[];
  /** The most alike first. */
  readonly others: readonly { readonly reportId: string; readonly texts: readonly string[] }[];
  /** Reports that a person has said are not the same as this one. */
  readonly refused: readonly string[];
  /** Whether a message or a photo tells one. */
  readonly hasPlace: boolean;
}

export interface NearReport {
  readonly reportId: string;
  readonly metres: number;
}

/** A place told by a message or by a photo's metadata. */
const PLACES_OF_REPORT = `select latitude, longitude from messages
    where report_id = $1 and direction = 'inbound' and latitude is not null
  union select a.latitude, a.longitude from attachments a join messages m on m.id = a.message_id
    where m.report_id = $1 and m.direction = 'inbound' and a.latitude is not null`;
const INBOUND_TEXTS = (reportId: string) => `select w.text from messages w
    where w.report_id = ${reportId} and w.direction = 'inbound' and w.deleted_at is null order by w.sent_at, w.id`;
/** Of a campaign of thousands these bands alone have more hits than are read; of other texts all bands are asked for. */
const FIRST_BANDS = 6;
/** `$1` a report, `$2` index hits looked at at most, `$3` reports at most; the most alike come first by `position`. */
export const SHARING_BANDS = `
  select o.report_id, row_number() over (order by
           cardinality(array(select unnest(o.bands) intersect select unnest(p.bands))) desc, o.report_id desc) as position
    from (select bands from report_bands where report_id = $1) p
   cross join lateral (
     with first as materialized (
       select report_id, bands from report_bands
        where bands && p.bands[1:${FIRST_BANDS}] and report_id <> $1 limit $2)
     select report_id, bands from first where (select count(*) from first) >= $2
      union all
     (select report_id, bands from report_bands
       where (select count(*) from first) < $2 and bands && p.bands and report_id <> $1 limit $2)) o
   order by position limit $3`;
/** Great-circle distance between (p) and (o); the square of the sine keeps short distances exact. */
const METRES = `2 * 6371000 * asin(least(1, sqrt(power(sin(radians(o.latitude - p.latitude) / 2), 2)
  + cos(radians(p.latitude)) * cos(radians(o.latitude)) * power(sin(radians(o.longitude - p.longitude) / 2), 2))))`;
const METRES_PER_DEGREE = 111_000;

/** Candidates for the same incident, by index; whether they are the same is judged afterwards, on the whole texts. */
@Injectable()
export class SimilarityRepository {
  constructor(private readonly database: Database) {}

  async putBands(
    tx: Queryable,
    reports: readonly { readonly id: string; readonly bands: readonly number[] }[],
  ): Promise<void> {
    if (reports.length === 0) return;
    await tx.query(
      `insert into report_bands (report_id, bands)
       select id, bands::integer[] from unnest($1::uuid[], $2::text[]) as r(id, bands)
       on conflict (report_id) do update set bands = excluded.bands`,
      [reports.map(({ id }) => id), reports.map(({ bands }) => `{${bands.join()}}`)],
    );
  }

  /** What a look-up begins with, in one round trip. @param read index hits looked at at most */
  async sharingBands(reportId: string, read: number, limit: number): Promise<SharedBands> {
    const [row] = await this.database.planned<SharedBands>(
      'reports sharing bands',
      `select array(select other_id from incident_refusals where report_id = $1) as refused,
              exists (${PLACES_OF_REPORT}) as "hasPlace",
              array(${INBOUND_TEXTS('$1')}) as own,
              (select coalesce(json_agg(json_build_object('reportId', o.report_id,
                        'texts', array(${INBOUND_TEXTS('o.report_id')})) order by o.position), '[]'::json)
                 from (${SHARING_BANDS}) o) as others`,
      [reportId, read, limit],
    );
    if (!row) throw new Error('A query without a table gives one row');
    return row;
  }

  /** @param read photos looked at at most for each of the report's own */
  async sharingPhotos(reportId: string, read: number): Promise<SamePhoto[]> {
    return this.database.query<SamePhoto>(
      `select m.report_id as "reportId", p.photo_bands as own, o.photo_bands as others
         from (select distinct f.photo_bands from messages w join attachments b on b.message_id = w.id
                 join media_files f on f.sha256 = b.sha256
                where w.report_id = $1 and w.direction = 'inbound' and f.photo_bands <> '{}') p
         cross join lateral (
           select sha256, photo_bands from media_files where photo_bands && p.photo_bands limit $2) o
         join attachments a on a.sha256 = o.sha256
         join messages m on m.id = a.message_id and m.direction = 'inbound'
        where m.report_id <> $1`,
      [reportId, read],
    );
  }

  /** Reports on the same topic (where one is known, else of the same class) from around the same place in the same days, the nearest first. */
  async nearby(
    reportId: string,
    { metres, days, limit }: { readonly metres: number; readonly days: number; readonly limit: number },
  ): Promise<NearReport[]> {
    const rows = await this.database.planned<NearReport>(
      'reports nearby',
      `with p as (${PLACES_OF_REPORT}), mine as (select class, topic_group, received_at from reports where id = $1),
       o as (
         select m.report_id, m.latitude, m.longitude, p.latitude as own_latitude, p.longitude as own_longitude
           from p join messages m on m.latitude between p.latitude - $2 and p.latitude + $2
            and m.longitude between p.longitude - 2 * $2 and p.longitude + 2 * $2 and m.direction = 'inbound'
         union all
         select m.report_id, a.latitude, a.longitude, p.latitude, p.longitude
           from p join attachments a on a.latitude between p.latitude - $2 and p.latitude + $2
            and a.longitude between p.longitude - 2 * $2 and p.longitude + 2 * $2
           join messages m on m.id = a.message_id and m.direction = 'inbound')
       select o.report_id as "reportId", min(${METRES.replaceAll('p.', 'o.own_')})::float8 as metres
         from o join reports r on r.id = o.report_id cross join mine
        where r.id <> $1 and coalesce(r.topic_group = mine.topic_group, r.class = mine.class)
          and r.received_at between mine.received_at - $3 * interval '1 day' and mine.received_at + $3 * interval '1 day'
        group by o.report_id order by metres limit $4`,
      [reportId, metres / METRES_PER_DEGREE, days, limit],
    );
    return rows.filter((row) => row.metres <= metres);
  }

  /** Reports whose class a person has decided, of the latest `read` those that share most words with this one. */
  async confirmedLike(reportId: string, read: number, limit: number): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>(
      `select r.id
         from (select id from reports where class_source = 'person' and id <> $1 order by updated_at desc limit $2) r
         join report_search s on s.report_id = r.id
        cross join (
          select string_agg(quote_literal(word), ' | ')::tsquery as any_word
            from (select unnest(tsvector_to_array(words)) as word from report_search where report_id = $1) w
           where length(word) > 3) q
        where s.words @@ q.any_word order by ts_rank(s.words, q.any_word, 1) desc limit $3`,
      [reportId, read, limit],
    );
    return rows.map((row) => row.id);
  }
}
