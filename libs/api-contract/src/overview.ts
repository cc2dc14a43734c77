import { z } from 'zod';
import { idSchema, reportClassSchema } from './primitives.js';
import type { Route } from './route.js';

const count = z.number().int().min(0);
const day = z.iso.date();

/** How long it took, in hours; null when nothing was finished. */
const spanSchema = z.object({ count, medianHours: z.number().nullable(), p90Hours: z.number().nullable() });

/** Where the ages of what waits are told apart, in calendar days: today, yesterday on, three days on ...; the last is open. */
export const BACKLOG_DAYS = [1, 3, 7, 30] as const;

export const overviewPeriodSchema = z
  .object({
    /** First and last day, in the installation's time zone. */
    from: day,
    to: day,
    agencyId: idSchema.optional(),
  })
  .refine(({ from, to }) => from <= to, { error: 'The period ends before it begins', path: ['to'] })
  .refine(({ from, to }) => Date.parse(to) - Date.parse(from) <= 366 * 86_400_000, {
    error: 'A period of a year at most',
    path: ['from'],
  });

/** What came in a period and what became of it, and what waits now. Spam counts as arrival only. */
export const overviewSchema = z.object({
  arrivals: z.array(z.object({ day, class: reportClassSchema, count })),
  channels: z.array(z.object({ channel: z.string(), count })),
  /** Codes of topic groups; null: none was found. */
  topics: z.array(z.object({ group: z.string().nullable(), count })),
  /**
   * By district, or by a larger area where no district is certain; null: no place was found. With the median of the
   * coordinates that its reports tell (degrees, WGS 84), where any does.
   */
  areas: z.array(
    z.object({
      code: z.string().nullable(),
      name: z.string().nullable(),
      count,
      point: z.object({ latitude: z.number(), longitude: z.number() }).nullable(),
    }),
  ),
  firstAnswer: spanSchema,
  completion: spanSchema,
  /** First answers with a deadline that has passed or was met. */
  onTime: z.object({ met: count, missed: count }),
  /** How many gave 1 to 5 stars to the answer. */
  stars: z.array(count).length(5),
  /** Classes that a person decided on, and how many of them were as the model had said. */
  decisions: z.object({ count, kept: count }),
  now: z.object({
    /** Open, and the citizen's last message has no answer, as the filter of the list. */
    unanswered: count,
    overdue: count,
    /** Unanswered by age: received today, up to 2, 6, 29 days ago, and before. */
    ages: z.array(count),
  }),
});
export type Overview = z.infer<typeof overviewSchema>;

/** How far the model was right, by the last decisions of officers in a period. */
export const decisionQualitySchema = z
  .object({
    /** Of the reports decided on: how many the model had called so, how many truly were so, and how many both. */
    classes: z.array(z.object({ class: reportClassSchema, said: count, truly: count, right: count })),
    unsure: z.object({
      /** Reports received in the period that the model was unsure about. */
      said: count,
      /** Of all received in the period, those that are open and that a person must still look at. */
      open: count,
      /** Decisions on reports that it had been unsure about, by class; `asGuessed`: as it had guessed. */
      decided: z.array(z.object({ class: reportClassSchema, count, asGuessed: count })),
    }),
  })
  .meta({ id: 'DecisionQuality' });
export type DecisionQualityView = z.infer<typeof decisionQualitySchema>;

export const OVERVIEW_ROUTES = {
  getDecisionQuality: {
    method: 'get',
    path: '/overview/decisions',
    summary: 'How far the model was right, by what officers decided in a period',
    access: 'staff',
    query: overviewPeriodSchema,
    response: decisionQualitySchema,
  },
  getOverview: {
    method: 'get',
    path: '/overview',
    summary: 'Figures of a period, and what waits now',
    access: 'staff',
    query: overviewPeriodSchema,
    response: overviewSchema,
  },
} as const satisfies Record<string, Route>;
