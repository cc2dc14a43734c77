import { REPORT_CLASSES, REPORT_FLAGS } from '@app/report-model';
import { z } from 'zod';
import { idSchema, instantSchema } from './primitives.js';
import type { Route } from './route.js';

const few = <Value extends z.ZodType>(value: Value) => z.array(value).max(50);

/** Every list that is not empty must be met; of a list, one is enough. At least one must be given. */
const conditionsSchema = z
  .object({
    classes: few(z.enum(REPORT_CLASSES)),
    flags: few(z.enum(REPORT_FLAGS)),
    topicGroups: few(z.string().regex(/^[a-z0-9_.-]{1,60}$/)),
    areas: few(z.string().regex(/^\d\d(\.\d\d(\.\d\d(\.\d{4})?)?)?$/)),
    channels: few(z.string().max(40)),
    connectionIds: few(idSchema),
    words: few(z.string().trim().min(2).max(80)),
  })
  .refine((all) => Object.values(all).some(({ length }) => length > 0), {
    message: 'A rule needs at least one condition',
  });
const actionsSchema = z
  .object({
    agencyId: idSchema.nullable(),
    assigneeId: idSchema.nullable(),
    tags: z.array(z.string().trim().toLowerCase().min(1).max(40)).max(12),
    setsUrgent: z.boolean(),
  })
  .refine(
    (all) => all.agencyId !== null || all.assigneeId !== null || all.tags.length > 0 || all.setsUrgent,
    {
      message: 'A rule needs something to do',
    },
  );
const newRuleSchema = z.object({
  name: z.string().trim().min(2).max(100),
  conditions: conditionsSchema,
  actions: actionsSchema,
});

export const routingRuleSchema = newRuleSchema
  .extend({
    id: idSchema,
    isEnabled: z.boolean(),
    /** Tells whether somebody else has changed the rule since it was read. */
    version: z.string(),
  })
  .meta({ id: 'RoutingRule' });
export type RoutingRuleView = z.infer<typeof routingRuleSchema>;

export const routingTrialSchema = z
  .object({
    since: instantSchema,
    reports: z.int(),
    /** Waiting for a person's look at their class: rules never touch these. */
    unsure: z.int(),
    /** Only the newest were looked at. */
    isCut: z.boolean(),
    /** In the order of the rules; a report counts for the first that fits. */
    rules: z.array(
      z.object({
        count: z.int(),
        examples: z.array(z.object({ id: idSchema, ticketCode: z.string(), excerpt: z.string() })),
      }),
    ),
  })
  .meta({ id: 'RoutingTrial' });
export type RoutingTrialView = z.infer<typeof routingTrialSchema>;

/** Rules by which new reports are sent on. Each change answers all rules, in their order. */
export const ROUTING_RULE_ROUTES = {
  listRoutingRules: {
    method: 'get',
    path: '/routing-rules',
    summary: 'Rules in the order in which they are tried: the first that fits decides',
    access: 'officer',
    response: z.array(routingRuleSchema),
  },
  addRoutingRule: {
    method: 'post',
    path: '/routing-rules',
    summary: 'Add a rule behind the others; it is off until it is switched on',
    access: 'admin',
    body: newRuleSchema,
    response: z.array(routingRuleSchema),
    status: 200,
  },
  changeRoutingRule: {
    method: 'patch',
    path: '/routing-rules/{id}',
    summary:
      'Change a rule, switch it on or off; it acts on reports that come from then on, and with other conditions or actions it is off until it is switched on',
    access: 'admin',
    body: newRuleSchema.partial().extend({ isEnabled: z.boolean().optional(), version: z.string() }),
    response: z.array(routingRuleSchema),
    problems: ['changed-meanwhile'],
  },
  removeRoutingRule: {
    method: 'delete',
    path: '/routing-rules/{id}',
    summary: 'Remove a rule; what it has done stays',
    access: 'admin',
    response: z.array(routingRuleSchema),
    status: 200,
  },
  orderRoutingRules: {
    method: 'post',
    path: '/routing-rules/order',
    summary: 'Set the order in which rules are tried',
    access: 'admin',
    body: z.object({ ids: z.array(idSchema).max(500) }),
    response: z.array(routingRuleSchema),
    status: 200,
  },
  tryRoutingRules: {
    method: 'post',
    path: '/routing-rules/trial',
    summary: 'What these rules would have done with the reports of the last 30 days; changes nothing',
    access: 'admin',
    body: z.object({ rules: z.array(z.object({ conditions: conditionsSchema })).max(500) }),
    response: routingTrialSchema,
    status: 200,
  },
} as const satisfies Record<string, Route>;
