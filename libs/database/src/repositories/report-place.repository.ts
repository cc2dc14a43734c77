import { Injectable } from '@nestjs/common';
import { Database } from '../database.js';

/** Degrees, WGS 84. */
export interface ReportPlace {
  readonly reportId: string;
  readonly latitude: number;
  readonly longitude: number;
}

/** Where reports are, as citizens' messages, photos and words tell it. */
@Injectable()
export class ReportPlaceRepository {
  constructor(private readonly database: Database) {}

  /** One place of each report that tells one: what was shared before what a photo tells, coordinates in the text last. */
  async ofReports(reportIds: readonly string[]): Promise<ReportPlace[]> {
    if (reportIds.length === 0) return [];
    return this.database.query<ReportPlace>(
      `select distinct on (report_id) report_id as "reportId", latitude, longitude from (
         select report_id, latitude, longitude, 1 as rank from messages
          where report_id = any($1::uuid[]) and direction = 'inbound' and latitude is not null
         union all
         select m.report_id, a.latitude, a.longitude, 2 from messages m join attachments a on a.message_id = m.id
          where m.report_id = any($1::uuid[]) and m.direction = 'inbound' and a.latitude is not null
         union all
         select f.report_id, (p->>'latitude')::float8, (p->>'longitude')::float8, 3
           from report_facts f cross join jsonb_array_elements(f.places) p
          where f.report_id = any($1::uuid[]) and p->>'latitude' is not null) places
        order by report_id, rank`,
      [reportIds],
    );
  }
}
