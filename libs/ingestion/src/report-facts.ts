import type { ReportFacts, VocabularyVersions } from '@app/database';
import { smallestArea, type FindFacts, type Taxonomy } from '@app/triage';

export interface FactFinder {
  readonly taxonomy: Taxonomy;
  readonly versions: VocabularyVersions;
  readonly find: FindFacts;
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

/** What the words of a report say, all that the citizen wrote taken together, as it is kept. */
export function reportFacts({ taxonomy, versions, find }: FactFinder, text: string): ReportFacts {
  const { language, topic, agency, jurisdiction, places, personalData } = find(text);
  return {
    language,
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
