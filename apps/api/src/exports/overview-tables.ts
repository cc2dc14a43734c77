import { BACKLOG_DAYS, type DecisionQualityView, type Overview } from '@app/api-contract';
import type { Cell, Table } from './cell.js';
import { CLASSES, WORDS, type Bilingual } from './words.js';

export interface OverviewContext {
  readonly from: string;
  readonly to: string;
  readonly language: 'id' | 'en';
  readonly organisation: string;
  /** Whose reports were counted; null: all. */
  readonly agency: string | null;
  readonly madeAt: Date;
  readonly groupName: (code: string) => string;
  readonly channelName: (code: string) => string;
}

/** The figures of a period, each kind a table. */
export function overviewTables(
  overview: Overview,
  quality: DecisionQualityView,
  context: OverviewContext,
): Table[] {
  const { language, groupName, channelName, from, to } = context;
  const word = (name: keyof typeof WORDS): string => WORDS[name][language];
  const { firstAnswer, completion, onTime, decisions, now } = overview;
  const summary: Cell[][] = [
    [word('organisation'), context.organisation],
    [word('agency'), context.agency ?? word('allAgencies')],
    [word('from'), from],
    [word('to'), to],
    [word('madeAt'), context.madeAt],
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
      rows: overview.channels.map(({ channel, count }) => [channelName(channel), count]),
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
      name: word('backlog'),
      headings: [word('age'), word('count')],
      rows: now.ages.map((count, index) => [AGES[index]?.[language] ?? null, count]),
    },
    qualityTable(quality, language),
  ];
}

/** The ages that the server tells apart, youngest first: days since receipt. */
const AGES: readonly Bilingual[] = [0, ...BACKLOG_DAYS].map((first, index) => {
  const next = BACKLOG_DAYS[index];
  if (next === undefined) return { id: `${first} hari atau lebih`, en: `${first} days or more` };
  if (first === 0 && next === 1) return { id: 'hari ini', en: 'today' };
  return { id: `${first} sampai ${next - 1} hari`, en: `${first} to ${next - 1} days` };
});

/** One figure a line, so that a file of lines holds it as well. */
function qualityTable({ classes, unsure }: DecisionQualityView, language: 'id' | 'en'): Table {
  const word = (name: keyof typeof WORDS): string => WORDS[name][language];
  const sum = (key: 'count' | 'asGuessed') => unsure.decided.reduce((total, one) => total + one[key], 0);
  return {
    name: word('quality'),
    headings: [word('name'), word('class'), word('count')],
    rows: [
      ...classes.flatMap(({ class: name, said, truly, right }): Cell[][] => [
        [word('modelSaid'), CLASSES[name][language], said],
        [word('officersSaid'), CLASSES[name][language], truly],
        [word('bothSaid'), CLASSES[name][language], right],
      ]),
      [word('unsure'), null, unsure.said],
      [word('unsureOpen'), null, unsure.open],
      [word('unsureDecided'), null, sum('count')],
      [word('unsureGuessed'), null, sum('asGuessed')],
    ],
  };
}

function rounded(hours: number | null): number | null {
  return hours === null ? null : Math.round(hours * 10) / 10;
}
