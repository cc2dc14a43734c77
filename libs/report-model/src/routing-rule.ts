import type { ReportClass, ReportFlag, ReportFlags } from './report-class.js';

/** What a report must be like. Every list that is not empty must be met; of a list, one is enough. */
export interface RoutingConditions {
  readonly classes: readonly ReportClass[];
  readonly flags: readonly ReportFlag[];
  /** Codes of groups of topics. */
  readonly topicGroups: readonly string[];
  /** Codes of areas, each with what lies in it. */
  readonly areas: readonly string[];
  readonly channels: readonly string[];
  readonly connectionIds: readonly string[];
  /** Words or phrases, whole, in any case. */
  readonly words: readonly string[];
}

/** What is done with it. Nothing of this leaves the office. */
export interface RoutingActions {
  readonly agencyId: string | null;
  readonly assigneeId: string | null;
  readonly tags: readonly string[];
  /** Marks it as urgent; never takes the mark away. */
  readonly setsUrgent: boolean;
}

export interface RoutingRule {
  readonly id: string;
  readonly name: string;
  readonly isEnabled: boolean;
  readonly conditions: RoutingConditions;
  readonly actions: RoutingActions;
}

/** A report as rules look at it. */
export interface RoutableReport {
  readonly class: ReportClass;
  readonly flags: ReportFlags;
  readonly topicGroup: string | null;
  readonly areaCode: string | null;
  readonly channel: string;
  readonly connectionId: string;
  /** What the citizen wrote. */
  readonly text: string;
}

/** @returns the first of the rules that fits: it alone decides */
export function firstFitting<Rule extends Pick<RoutingRule, 'conditions'>>(
  rules: readonly Rule[],
  report: RoutableReport,
): Rule | undefined {
  return rules.find(({ conditions }) => fits(conditions, report));
}

/** A rule without any condition fits nothing: nobody means "all" by writing nothing. */
export function hasCondition(conditions: RoutingConditions): boolean {
  return Object.values(conditions).some((list: readonly string[]) => list.length > 0);
}

function fits(conditions: RoutingConditions, report: RoutableReport): boolean {
  const { classes, flags, topicGroups, areas, channels, connectionIds, words } = conditions;
  return (
    hasCondition(conditions) &&
    (classes.length === 0 || classes.includes(report.class)) &&
    (flags.length === 0 || flags.some((flag) => report.flags[flag])) &&
    (topicGroups.length === 0 || topicGroups.includes(report.topicGroup ?? '')) &&
    (areas.length === 0 || areas.some((code) => liesIn(report.areaCode, code))) &&
    (channels.length === 0 || channels.includes(report.channel)) &&
    (connectionIds.length === 0 || connectionIds.includes(report.connectionId)) &&
    (words.length === 0 || words.some((phrase) => says(report.text, phrase)))
  );
}

function liesIn(areaCode: string | null, code: string): boolean {
  return areaCode === code || (areaCode?.startsWith(`${code}.`) ?? false);
}

function says(text: string, phrase: string): boolean {
  const plain = (words: string) =>
    ` ${words
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim()} `;
  return plain(text).includes(plain(phrase));
}
