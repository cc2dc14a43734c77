import type { ReportFacts, VocabularyVersions } from '@app/database';
import { smallestArea, type FindFacts, type Taxonomy } from '@app/triage';

export interface FactFinder {
  readonly taxonomy: Taxonomy;
  readonly versions: VocabularyVersions;
  readonly find: FindFacts;
}

/** What the words of a report say, as it is kept. */
export function reportFacts({ taxonomy, versions, find }: FactFinder, text: string): ReportFacts {
  const { topic, agency, jurisdiction, places, personalData } = find(text);
  return {
    taxonomyVersion: `${taxonomy.code} ${taxonomy.version}`,
    vocabulary: versions,
    topicCode: topic.code,
    topicGroup: topic.group,
    confidence: topic.confidence,
    agency,
    isOurs: jurisdiction === 'ours',
    areaCode: smallestArea(places)?.code ?? null,
    places,
    personalData,
  };
}
