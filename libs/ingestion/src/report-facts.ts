import type { ReportFacts, VocabularyVersions } from '@app/database';
import { smallestArea, type FindFacts, type FoundPlace, type Taxonomy } from '@app/triage';

/** Where a citizen says to be: degrees, WGS 84. */
export interface SharedPoint {
  readonly latitude: number;
  readonly longitude: number;
}

export interface FactFinder {
  readonly taxonomy: Taxonomy;
  readonly versions: VocabularyVersions;
  readonly find: FindFacts;
  /** Code of the district in which a point lies; null: the region's outline is not known. */
  readonly districtAt: ((point: SharedPoint) => string | null) | null;
}

/** Longest text that is classified and shown with its evidence, in UTF-16 units. */
const MAX_CLASSIFIED_TEXT = 8_000;

/** What is read of a citizen's messages: all of them, one below the other, the beginning of a very long text. */
export function wordsOf(texts: readonly string[]): string {
  return wholeOf(texts).slice(0, MAX_CLASSIFIED_TEXT).toWellFormed();
}

export function wholeOf(texts: readonly string[]): string {
  return texts.filter((text) => text.trim() !== '').join('\n');
}

/**
 * What the words of a report say, all that the citizen wrote taken together, as it is kept. Where no word names a place,
 * a location that was shared, or coordinates among the words, tell the district.
 */
export function reportFacts(
  { taxonomy, versions, find, districtAt }: FactFinder,
  text: string,
  shared: SharedPoint | undefined,
): ReportFacts {
  const { language, topic, agency, jurisdiction, places, personalData } = find(text);
  const point = shared ?? places.flatMap(pointOf)[0];
  return {
    language,
    taxonomyVersion: `${taxonomy.code} ${taxonomy.version}`,
    vocabulary: versions,
    topicCode: topic.code,
    topicGroup: topic.group,
    confidence: topic.confidence,
    agency,
    isOurs: jurisdiction === 'ours',
    areaCode: smallestArea(places)?.code ?? (point && districtAt?.(point)) ?? null,
    places,
    personalData,
  };
}

function pointOf({ latitude, longitude }: FoundPlace): SharedPoint[] {
  return latitude === null || longitude === null ? [] : [{ latitude, longitude }];
}
