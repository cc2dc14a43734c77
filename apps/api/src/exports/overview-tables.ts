import type { Overview } from '@app/api-contract';
import { BACKLOG_DAYS } from '@app/api-contract';
import type { Cell, Table } from './cell.js';
import { CLASSES, WORDS } from './words.js';

export interface OverviewContext {
  readonly from: string;
  readonly to: string;
  readonly language: 'id' | 'en';
  readonly groupName: (code: string) => string;
}

/** The figures of a period, each kind a table. */
export function overviewTables(overview: Overview, context: OverviewContext): Table[] {
  const { language, groupName, from, to } = context;
  const word = (name: keyof typeof WORDS): string => WORDS[name][language];
  const { firstAnswer, completion, onTime, decisions, now } = overview;
  const summary: Cell[][] = [
    [word('from'), from],
    [word('to'), to],
    [word('answered'), firstAnswer.count],
    [word('answerMedian'), rounded(firstAnswer.medianHours)],
    [word('answerP90'), rounded(firstAnswer.p90Hours)],
    [word('completed'), completion.count],
    [word('completionMedian'), rounded(completion.medianHours)],
    [word('completionP90'), rounded(completion.p90Hours)],
    [word('onTime'), onTime.met],
    [word('late'), onTime.missed],
    [word('decided'), decisions.count],
    [word('kept'), decisions.kept],
    [word('unanswered'), now.unanswered],
    [word('overdue'), now.overdue],
  ];
  return [
    { name: word('summary'), headings: [word('name'), word('value')], rows: summary },
    {
      name: word('arrivals'),
      headings: [word('day'), word('class'), word('count')],
      rows: overview.arrivals.map((one) => [one.day, CLASSES[one.class][language], one.count]),
    },
    {
      name: word('channels'),
      headings: [word('name'), word('count')],
      rows: overview.channels.map(({ channel, count }) => [channel, count]),
    },
    {
      name: word('topics'),
      headings: [word('name'), word('count')],
      rows: overview.topics.map(({ group, count }) => [group ? groupName(group) : word('noTopic'), count]),
    },
    {
      name: word('areas'),
      headings: [word('name'), word('count')],
      rows: overview.areas.map(({ name, count }) => [name ?? word('noArea'), count]),
    },
    {
      name: word('stars'),
      headings: [word('stars'), word('count')],
      rows: overview.stars.map((count, index) => [index + 1, count]),
    },
    {
      name: word('backlog').slice(0, 31),
      headings: [word('day'), word('count')],
      rows: now.ages.map((count, index) => [
        index < BACKLOG_DAYS.length ? `< ${BACKLOG_DAYS[index]}` : `≥ ${BACKLOG_DAYS.at(-1)}`,
        count,
      ]),
    },
  ];
}

function rounded(hours: number | null): number | null {
  return hours === null ? null : Math.round(hours * 10) / 10;
}
