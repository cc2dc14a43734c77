import { Injectable } from '@nestjs/common';
import type { ReportLanguage } from '@app/report-model';
import { Database, type Queryable } from '../database.js';
import { insertRows } from '../insert-rows.js';

/** How often a tenant's words had been changed: 0 is what ships. */
export interface VocabularyVersions {
  readonly lexicon: number;
  readonly placeNames: number;
}

/** What triage found in a report's text. */
export interface ReportFacts {
  readonly language: ReportLanguage;
  readonly taxonomyVersion: string;
  /** Of the words that it was read with. */
  readonly vocabulary: VocabularyVersions;
  readonly topicCode: string;
  readonly topicGroup: string;
  readonly confidence: number;
  /** Code of the agency, or of the addressee where it is not ours. */
  readonly agency: string;
  readonly isOurs: boolean;
  /** Code of the smallest area that is certain. */
  readonly areaCode: string | null;
  readonly places: readonly object[];
  /** Kinds and offsets, never the data itself. */
  readonly personalData: readonly object[];
}

export interface ReportFactsRow extends Omit<ReportFacts, 'places' | 'language' | 'vocabulary'> {
  /** Null: read before it was kept, or never read. */
  readonly vocabulary: VocabularyVersions | null;
  readonly topicSource: 'model' | 'person';
  readonly areaSource: 'model' | 'person';
  readonly places: unknown;
}

/** As it was before a person decided, and whose task it was then. */
export interface EarlierTopic {
  readonly code: string | null;
  readonly group: string | null;
  readonly source: 'model' | 'person';
  readonly agency: string | null;
  readonly isOurs: boolean | null;
}
export interface EarlierArea {
  readonly code: string | null;
  readonly source: 'model' | 'person';
}

/** Of a row of `reports`. */
export const EARLIER_FACTS = `
  json_build_object('code', area_code, 'source', area_source) as area,
  (select json_build_object('code', topic_code, 'group', topic_group, 'source', topic_source, 'agency', f.agency,
            'isOurs', f.is_ours) from (select 1) one left join report_facts f on f.report_id = reports.id) as topic`;

const BY_PERSON = `(select r.topic_source = 'person' from reports r where r.id = report_facts.report_id)`;

/** Topic, agency and place of reports: found by triage, put right by people. */
@Injectable()
export class ReportFactsRepository {
  constructor(private readonly database: Database) {}

  async ofReport(reportId: string): Promise<ReportFactsRow | null> {
    const [row] = await this.database.query<ReportFactsRow>(
      `select f.taxonomy_version as "taxonomyVersion", r.topic_code as "topicCode", r.topic_group as "topicGroup",
              r.topic_source as "topicSource", f.confidence, f.agency, f.is_ours as "isOurs",
              case when f.lexicon_version is not null then
                json_build_object('lexicon', f.lexicon_version, 'placeNames', f.place_names_version) end as vocabulary,
              r.area_code as "areaCode", r.area_source as "areaSource", f.places, f.personal_data as "personalData"
         from report_facts f join reports r on r.id = f.report_id where f.report_id = $1`,
      [reportId],
    );
    return row ?? null;
  }

  /** What a person decided stays. */
  async put(
    tx: Queryable,
    found: readonly { readonly reportId: string; readonly facts: ReportFacts }[],
  ): Promise<void> {
    await insertRows(
      tx,
      'report_facts',
      {
        report_id: 'uuid',
        taxonomy_version: 'text',
        lexicon_version: 'integer',
        place_names_version: 'integer',
        agency: 'text',
        is_ours: 'boolean',
        confidence: 'real',
        places: 'jsonb',
        personal_data: 'jsonb',
      },
      found.map(({ reportId, facts }) => ({
        report_id: reportId,
        taxonomy_version: facts.taxonomyVersion,
        lexicon_version: facts.vocabulary.lexicon,
        place_names_version: facts.vocabulary.placeNames,
        agency: facts.agency,
        is_ours: facts.isOurs,
        confidence: facts.confidence,
        places: JSON.stringify(facts.places),
        personal_data: JSON.stringify(facts.personalData),
      })),
      `on conflict (report_id) do update set found_at = now(), taxonomy_version = excluded.taxonomy_version,
         lexicon_version = excluded.lexicon_version, place_names_version = excluded.place_names_version,
         agency = case when ${BY_PERSON} then report_facts.agency else excluded.agency end,
         is_ours = case when ${BY_PERSON} then report_facts.is_ours else excluded.is_ours end,
         confidence = excluded.confidence,
         places = excluded.places, personal_data = excluded.personal_data`,
    );
  }

  /** A person's decision on the topic; the suggested agency follows it. */
  async setTopic(
    tx: Queryable,
    reportId: string,
    topic: {
      readonly code: string;
      readonly group: string;
      readonly agency: string;
      readonly isOurs: boolean;
    },
  ): Promise<void> {
    await tx.query(
      `update reports set topic_code = $2, topic_group = $3, topic_source = 'person', version = version + 1,
              updated_at = now() where id = $1`,
      [reportId, topic.code, topic.group],
    );
    await tx.query(
      `insert into report_facts (report_id, taxonomy_version, agency, is_ours, confidence, places, personal_data)
       values ($1, 'person', $2, $3, 1, '[]', '[]')
       on conflict (report_id) do update set agency = excluded.agency, is_ours = excluded.is_ours`,
      [reportId, topic.agency, topic.isOurs],
    );
  }

  /** As if the person had not decided. */
  async restoreTopic(tx: Queryable, reportId: string, earlier: EarlierTopic): Promise<void> {
    const { code, group, source, agency, isOurs } = earlier;
    await tx.query(
      `update reports set topic_code = $2, topic_group = $3, topic_source = $4, version = version + 1,
              updated_at = now() where id = $1`,
      [reportId, code, group, source],
    );
    if (agency === null) await tx.query('delete from report_facts where report_id = $1', [reportId]);
    else {
      await tx.query('update report_facts set agency = $2, is_ours = $3 where report_id = $1', [
        reportId,
        agency,
        isOurs,
      ]);
    }
  }

  async restoreArea(tx: Queryable, reportId: string, { code, source }: EarlierArea): Promise<void> {
    await tx.query(
      `update reports set area_code = $2, area_source = $3, version = version + 1, updated_at = now()
        where id = $1`,
      [reportId, code, source],
    );
  }

  /** A person's decision on the place; null: it names none. */
  async setArea(tx: Queryable, reportId: string, areaCode: string | null): Promise<void> {
    await tx.query(
      `update reports set area_code = $2, area_source = 'person', version = version + 1, updated_at = now()
        where id = $1`,
      [reportId, areaCode],
    );
  }
}
