export { createClassifier, type Classifier } from './classifier/create-classifier.js';
export { evaluateClassifier } from './evaluation/evaluate-classifier.js';
export type { EvaluationReport, Figures, LabelledRow } from './evaluation/evaluation-report.js';
export { mergeLexicon, readLexicon, SHIPPED_LEXICON, type Lexicon } from './lexicon/lexicon.js';
export { foldEntry, lexiconFault, type LexiconEntry, type LexiconFault } from './lexicon/check-entry.js';
export { loadModel, type TriageModel } from './linear/triage-model.js';
export { createTokenizer, normaliseText, type Token } from './text/tokens.js';
export { labelledRowSchema, readJsonLine } from './training/labelled-row.js';
export { dealByTheme } from './training/theme-folds.js';
export { trainModel } from './training/train-model.js';
export { versionOf } from './training/model-version.js';
export type { TrainingExample } from './training/training-example.js';
export type { TrainingOptions } from './training/training-settings.js';
export { BASELINES, type Baseline } from './baselines/baselines.js';
export { findOverlap, type Overlap } from './evaluation/find-overlap.js';
export {
  comparePairs,
  compareTexts,
  DUPLICATE_SCORE,
  type ReadText,
  type Similarity,
  type SimilarityReason,
} from './similarity/compare-texts.js';
export { photoBands, photoDistance, PHOTO_SIDE } from './similarity/photo-bands.js';
export { textBands } from './similarity/text-bands.js';
export { wordPairs } from './similarity/word-pairs.js';
export { createFactFinder, createTriage, type Facts, type FindFacts, type Triage } from './find-facts.js';
export { createTopicFinder, type FoundTopic, type Topic } from './topics/find-topic.js';
export {
  checkTaxonomy,
  extendTaxonomy,
  isOurAgency,
  taxonomyChangesSchema,
  taxonomySchema,
  type Taxonomy,
  type TaxonomyChanges,
} from './topics/taxonomy.js';
export { evaluateTopics, type TopicReport, type TopicRow } from './evaluation/evaluate-topics.js';
export { AREA_LEVELS, type Area, type AreaFiles, type AreaLevel, type PlaceAlias } from './places/area.js';
export { AREA_BASES, type AreaBasis } from './places/find-areas.js';
export {
  findPlaces,
  PLACE_KINDS,
  smallestArea,
  type AreaCandidate,
  type FoundPlace,
} from './places/find-places.js';
export { aliasFault, type AliasFault } from './places/check-alias.js';
export { foldPlaceName, Gazetteer, type GazetteerOptions } from './places/gazetteer.js';
export { detectLanguage } from './language/detect-language.js';
export { findPersonalData } from './personal-data/find-personal-data.js';
export { PERSONAL_DATA_KINDS, type PersonalDataKind, type PersonalDataSpan } from './personal-data/kinds.js';
export { createMasker, maskPersonalData, type MaskedText } from './personal-data/mask.js';
