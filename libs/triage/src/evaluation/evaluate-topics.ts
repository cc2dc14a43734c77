import type { FoundTopic } from '../topics/find-topic.js';
import type { Figures } from './evaluation-report.js';

/** A text with the group of topics that it belongs to. */
export interface TopicRow {
  readonly text: string;
  readonly topic: string;
}

export interface TopicReport {
  /** Rows that count. */
  readonly rows: number;
  /** Rows of groups that are left out: which office's matter they are cannot be told from a text. */
  readonly leftOut: number;
  /** Mean F1 of the groups that occur in the rows. */
  readonly macroF1: number;
  readonly accuracy: number;
  /** Per group that occurs, the most frequent first. */
  readonly groups: Readonly<Record<string, Figures>>;
}

/** District offices and the rest: no topic but an address. */
const LEFT_OUT = new Set(['kewilayahan', 'lainnya']);

/** Finds every row's topic and compares the groups. An empty list gives zeros. */
export function evaluateTopics(
  findTopic: (text: string) => FoundTopic,
  rows: readonly TopicRow[],
): TopicReport {
  const counted = rows.filter(({ topic }) => !LEFT_OUT.has(topic));
  const judged = counted.map(({ text, topic }) => ({
    truth: topic,
    said: findTopic(text).topic.group,
  }));
  const present = [...new Set(counted.map(({ topic }) => topic))];
  const groups = present
    .map((group) => [group, figuresOf(group, judged)] as const)
    .sort(([, a], [, b]) => b.support - a.support);
  const right = judged.filter(({ truth, said }) => truth === said).length;
  return {
    rows: counted.length,
    leftOut: rows.length - counted.length,
    macroF1: ratio(
      groups.reduce((sum, [, { f1 }]) => sum + f1, 0),
      groups.length,
    ),
    accuracy: ratio(right, counted.length),
    groups: Object.fromEntries(groups),
  };
}

function figuresOf(group: string, judged: readonly { truth: string; said: string }[]): Figures {
  const support = judged.filter(({ truth }) => truth === group).length;
  const said = judged.filter((one) => one.said === group).length;
  const both = judged.filter((one) => one.truth === group && one.said === group).length;
  return {
    precision: ratio(both, said),
    recall: ratio(both, support),
    f1: ratio(2 * both, said + support),
    support,
  };
}

const ratio = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole);
