import { Injectable } from '@nestjs/common';
import type { ReportClass } from '@app/report-model';
import { Database } from '../database.js';

/** Decisions from `from` until the end of `to`, both calendar days of `timeZone` (ISO 8601, IANA name). */
export interface DecisionPeriod {
  readonly from: string;
  readonly to: string;
  readonly timeZone: string;
  readonly agencyId: string | null;
}

export interface DecisionQuality {
  /** Of the reports that officers decided on, by class: how many the model had called so, truly were so, and both. */
  readonly classes: { class: ReportClass; said: number; truly: number; right: number }[];
  readonly unsure: {
    /** Reports received in the period that the model was unsure about. */
    readonly said: number;
    /** Of all received in the period, those that are open and that a person must still look at. */
    readonly open: number;
    /** Decisions on reports that it had been unsure about, by the class that was decided, and how many were its guess. */
    readonly decided: { class: ReportClass; count: number; asGuessed: number }[];
  };
}

/** What officers decided beside what the model had said. */
@Injectable()
export class DecisionQualityRepository {
  constructor(private readonly database: Database) {}

  /** One round trip, over the indexes by time of decisions and of doubts; the last decision on a report counts. */
  async of({ from, to, timeZone, agencyId }: DecisionPeriod): Promise<DecisionQuality> {
    const [row] = await this.database.query<DecisionQuality>(QUALITY, [from, to, timeZone, agencyId]);
    if (!row) throw new Error('A query of figures gives one row');
    return row;
  }
}

const BEGIN = '$1::date::timestamp at time zone $3';
const END = '($2::date + 1)::timestamp at time zone $3';

const QUALITY = `
  with decided as materialized (
    select p.class as truly, m.class as said, m.is_unsure
      from classifications p cross join lateral (
        select o.class, o.is_unsure from classifications o
         where o.report_id = p.report_id and o.source = 'model' and o.id < p.id order by o.id desc limit 1) m
     where p.source = 'person' and p.created_at >= ${BEGIN} and p.created_at < ${END}
       and ($4::uuid is null or exists (select from reports r where r.id = p.report_id and r.agency_id = $4))
       and not exists (
       select from classifications n where n.report_id = p.report_id and n.source = 'person' and n.id > p.id)
  )
  select (select json_agg(l) from (
            select c.class, (count(*) filter (where d.said = c.class))::int as said,
                   (count(*) filter (where d.truly = c.class))::int as truly,
                   (count(*) filter (where d.said = c.class and d.truly = c.class))::int as right
              from unnest(array['complaint', 'aspiration', 'information', 'other', 'spam'])
                     with ordinality c(class, position)
              left join decided d on c.class in (d.said, d.truly) group by c.class, c.position order by c.position) l) as classes,
         json_build_object(
           'said', (select count(distinct r.id)::int from classifications o join reports r on r.id = o.report_id
                     where o.source = 'model' and o.is_unsure and o.created_at >= ${BEGIN}
                       and r.received_at >= ${BEGIN} and r.received_at < ${END}
                       and ($4::uuid is null or r.agency_id = $4)),
           'open', (select count(*)::int from reports r
                     where r.is_unsure and r.status in ('new', 'verified', 'in-progress', 'on-hold')
                       and r.received_at >= ${BEGIN} and r.received_at < ${END} and ($4::uuid is null or r.agency_id = $4)),
           'decided', (select coalesce(json_agg(l), '[]') from (
                         select truly as class, count(*)::int, (count(*) filter (where said = truly))::int as "asGuessed"
                           from decided where is_unsure group by 1 order by 2 desc, 1) l)) as unsure`;
