import type { Classification, ReportLanguage } from '@app/report-model';
import type { Classifier } from './classifier/create-classifier.js';
import { detectLanguage } from './language/detect-language.js';
import { SHIPPED_LEXICON, type Lexicon } from './lexicon/lexicon.js';
import { findPersonalData } from './personal-data/find-personal-data.js';
import type { PersonalDataSpan } from './personal-data/kinds.js';
import { findPlaces, type FoundPlace } from './places/find-places.js';
import type { Gazetteer } from './places/gazetteer.js';
import { createTopicFinder, type Topic } from './topics/find-topic.js';
import type { Taxonomy } from './topics/taxonomy.js';

/** What a text says beside its class: in which language, what about, whose task, where, and whose data stand in it. */
export interface Facts {
  readonly language: ReportLanguage;
  readonly topic: Topic;
  /** Code of the agency, or of the addressee outside the administration. */
  readonly agency: string;
  /** `not-ours`: "bukan wewenang", the agency is the addressee to whom the citizen is sent on. */
  readonly jurisdiction: 'ours' | 'not-ours';
  readonly places: readonly FoundPlace[];
  readonly personalData: readonly PersonalDataSpan[];
}

export type FindFacts = (text: string) => Facts;

/**
 * Makes the function that finds the facts of a text. Build it once per taxonomy, gazetteer and lexicon. Any string gives
 * an answer.
 */
export function createFactFinder(
  taxonomy: Taxonomy,
  gazetteer: Gazetteer,
  lexicon: Lexicon = SHIPPED_LEXICON,
): FindFacts {
  const findTopic = createTopicFinder(taxonomy, lexicon);
  return (text) => {
    const { topic, agency, isOurs } = findTopic(text);
    return {
      language: detectLanguage(text),
      topic,
      agency,
      jurisdiction: isOurs ? 'ours' : 'not-ours',
      places: findPlaces(text, gazetteer),
      personalData: findPersonalData(text),
    };
  };
}

/** Everything that triage says of one text. */
export type Triage = Classification & Facts;

/** Both in one: what `wadah classify` prints. */
export function createTriage(
  { classify }: Pick<Classifier, 'classify'>,
  findFacts: FindFacts,
): { classify(text: string): Triage } {
  return {
    classify: (text) => {
      const { evidence, ...classification } = classify(text);
      return { ...classification, ...findFacts(text), evidence };
    },
  };
}
