import { SHIPPED_LEXICON, type Lexicon } from '../lexicon/lexicon.js';
import { createReader, type Reading } from '../text/reading.js';
import { compilePhrases, readPhrases, type PhraseMatch, type PhraseWord } from './match-phrases.js';
import { isOurAgency, type Taxonomy } from './taxonomy.js';

/** What a text is about. `code` and `group` are codes of the taxonomy; the confidence is that of the group, 0 to 1. */
export interface Topic {
  readonly code: string;
  readonly group: string;
  readonly confidence: number;
}

export interface FoundTopic {
  readonly topic: Topic;
  /** Code of the agency, or of the addressee where it is not ours. */
  readonly agency: string;
  /** False: "bukan wewenang", the agency is an addressee outside the administration. */
  readonly isOurs: boolean;
  /** UTF-16 offsets into the text of what spoke for the topic, the heaviest first. */
  readonly evidence: readonly { readonly start: number; readonly end: number }[];
}

/** Where nothing speaks for any topic; without it in the set, the set's last topic. */
const UNKNOWN_TOPIC = 'lainnya.umum';
/** Divides the sums of weights before the softmax: fits what held-out messages showed. */
const TEMPERATURE = 1.8;
/** What stands behind these tells where, not what: "lubang di depan sekolah". */
const PLACE_WORDS = new Set(
  'depan dekat sebelah samping belakang sekitar seberang sekitaran perumahan kelurahan kecamatan desa gang kompleks'.split(
    ' ',
  ),
);
const PLACE_FACTOR = 0.3;
/** People name the matter first and tell its story after: what stands in the first words counts more. */
const OPENING_WORDS = 12;
const OPENING_FACTOR = 1.6;
const MOST_EVIDENCE = 3;

/** Makes the function that finds the topic of a text. Build it once per taxonomy and lexicon: that takes milliseconds. */
export function createTopicFinder(
  taxonomy: Taxonomy,
  lexicon: Lexicon = SHIPPED_LEXICON,
): (text: string) => FoundTopic {
  const topics = taxonomy.groups.flatMap(({ code: group, topics: listed }, column) =>
    listed.map(({ code, agency, cues }) => ({
      code,
      group,
      column,
      agency,
      cues,
      isOurs: isOurAgency(taxonomy, agency),
    })),
  );
  const { describe, match } = compilePhrases(topics.flatMap((topic) => readPhrases(topic, topic.cues)));
  const read = createReader(lexicon, describe);
  const unknown = topics.find(({ code }) => code === UNKNOWN_TOPIC) ?? topics.at(-1);
  if (!unknown) throw new Error('A taxonomy needs a topic');
  const groups = new Float64Array(taxonomy.groups.length);

  return (text) => {
    const reading = read(text);
    const matches = withoutOverlaps(match(reading));
    groups.fill(0);
    const scores = new Map<(typeof topics)[number], number>();
    for (const found of matches) {
      const topic = found.phrase.owner;
      const weight = weightOf(found, reading);
      groups[topic.column] = (groups[topic.column] ?? 0) + weight;
      scores.set(topic, (scores.get(topic) ?? 0) + weight);
    }
    const highest = highestOf(groups);
    const column = highest > 0 ? groups.indexOf(highest) : -1;
    let best = unknown;
    for (const [topic, score] of scores) {
      if (topic.column === column && score > (best.column === column ? (scores.get(best) ?? 0) : 0))
        best = topic;
    }
    const { starts, ends } = reading;
    return {
      topic: { code: best.code, group: best.group, confidence: column < 0 ? 0 : shareOf(highest, groups) },
      agency: best.agency,
      isOurs: best.isOurs,
      evidence: matches
        .filter(({ phrase }) => phrase.owner.column === column && phrase.weight > 0)
        .slice(0, MOST_EVIDENCE)
        .map(({ first, last }) => ({ start: starts[first] ?? 0, end: ends[last] ?? 0 })),
    };
  };
}

type Owned = { readonly column: number };

function highestOf(scores: Float64Array): number {
  let highest = 0;
  for (let index = 0; index < scores.length; index++) highest = Math.max(highest, scores[index] as number);
  return highest;
}

/** Of the softmax, the share of the highest score. */
function shareOf(highest: number, scores: Float64Array): number {
  let sum = 0;
  for (let index = 0; index < scores.length; index++) {
    sum += Math.exp(((scores[index] as number) - highest) / TEMPERATURE);
  }
  return 1 / sum;
}

/** Of phrases that share a word and speak for the same group, only the heaviest counts; heaviest first. */
function withoutOverlaps<Owner extends Owned>(matches: PhraseMatch<Owner>[]): PhraseMatch<Owner>[] {
  const kept: PhraseMatch<Owner>[] = [];
  for (const one of matches.sort((a, b) => b.phrase.weight - a.phrase.weight)) {
    const { column } = one.phrase.owner;
    const isCovered = kept.some(
      (other) => other.phrase.owner.column === column && other.first <= one.last && one.first <= other.last,
    );
    if (!isCovered || one.phrase.weight < 0) kept.push(one);
  }
  return kept;
}

function weightOf(
  { phrase, first }: PhraseMatch<Owned>,
  { words, opensClause }: Reading<PhraseWord<Owned>>,
): number {
  const opening = first < OPENING_WORDS ? OPENING_FACTOR : 1;
  const before = first > 0 ? words[first - 1] : undefined;
  const isPlace =
    phrase.weight > 0 && before !== undefined && PLACE_WORDS.has(before.word) && !opensClause[first];
  return phrase.weight * opening * (isPlace ? PLACE_FACTOR : 1);
}
