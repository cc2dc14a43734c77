import { z } from 'zod';
import type { Route } from './route.js';

export const firstStepsSchema = z
  .object({
    /** A channel besides our own pages is connected. */
    isConnected: z.boolean(),
    /** Reports can be sent on to somebody. */
    hasAgencies: z.boolean(),
    hasReport: z.boolean(),
    /** A person has corrected, sent on, assigned or moved a report. */
    isSorted: z.boolean(),
    /** An answer has reached a citizen. */
    isAnswered: z.boolean(),
    hasColleague: z.boolean(),
    /** Made-up messages are in the inbox; they tick no step. */
    hasSamples: z.boolean(),
    /** An admin has put the list away. */
    isHidden: z.boolean(),
  })
  .meta({ id: 'FirstSteps' });
export type FirstSteps = z.infer<typeof firstStepsSchema>;

export const FIRST_STEPS_ROUTES = {
  getFirstSteps: {
    method: 'get',
    path: '/first-steps',
    summary: 'How far a new installation has come, from its first connection to its first answer',
    access: 'officer',
    response: firstStepsSchema,
  },
  hideFirstSteps: {
    method: 'patch',
    path: '/first-steps',
    summary: 'Put the list of first steps away, or bring it back',
    access: 'admin',
    body: z.object({ isHidden: z.boolean() }),
    response: firstStepsSchema,
  },
  addSampleData: {
    method: 'post',
    path: '/sample-data',
    summary: 'Fill the inbox with about 260 made-up messages, through connections of their own',
    access: 'admin',
    response: z.object({ messages: z.int() }),
    status: 200,
  },
  removeSampleData: {
    method: 'delete',
    path: '/sample-data',
    summary: 'Remove the made-up messages with all that was done on them, and nothing else',
    access: 'admin',
    response: z.object({ reports: z.int() }),
    status: 200,
  },
} as const satisfies Record<string, Route>;
