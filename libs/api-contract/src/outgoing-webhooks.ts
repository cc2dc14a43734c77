import { z } from 'zod';
import { idSchema, instantSchema, pageOf } from './primitives.js';
import type { Route } from './route.js';

const eventSchema = z.enum(['report.created', 'report.answered', 'report.changed']);

export const outgoingWebhookSchema = z
  .object({
    id: idSchema,
    name: z.string(),
    url: z.string(),
    events: z.array(eventSchema),
    isActive: z.boolean(),
    /** Why the last delivery failed, or why it was switched off. */
    problem: z.string().nullable(),
    createdAt: instantSchema,
  })
  .meta({ id: 'OutgoingWebhook' });
export type OutgoingWebhook = z.infer<typeof outgoingWebhookSchema>;

export const webhookDeliverySchema = z
  .object({
    /** Sent as `webhook-id`. */
    id: idSchema,
    event: z.string(),
    state: z.enum(['pending', 'delivered', 'failed']),
    attempts: z.int(),
    lastStatus: z.int().nullable(),
    lastError: z.string().nullable(),
    createdAt: instantSchema,
    deliveredAt: instantSchema.nullable(),
    /** For `pending`: when it is tried (again). */
    nextAttemptAt: instantSchema,
  })
  .meta({ id: 'WebhookDelivery' });
export type WebhookDelivery = z.infer<typeof webhookDeliverySchema>;

const newWebhookSchema = z.object({
  name: z.string().trim().min(1).max(100),
  url: z.url({ protocol: /^https?$/ }).max(2_000),
  events: z.array(eventSchema).min(1),
});

/** Programs that are told what changes. */
export const OUTGOING_WEBHOOK_ROUTES = {
  listOutgoingWebhooks: {
    method: 'get',
    path: '/outgoing-webhooks',
    summary: 'Programs that are told what changes',
    access: 'admin',
    response: z.array(outgoingWebhookSchema),
  },
  createOutgoingWebhook: {
    method: 'post',
    path: '/outgoing-webhooks',
    summary: 'Tell a program what changes; the secret is shown once',
    access: 'admin',
    body: newWebhookSchema,
    response: z.object({ webhook: outgoingWebhookSchema, secret: z.string() }),
    status: 201,
  },
  changeOutgoingWebhook: {
    method: 'patch',
    path: '/outgoing-webhooks/{id}',
    summary: 'Change, switch off or on',
    access: 'admin',
    body: newWebhookSchema.partial().extend({ isActive: z.boolean().optional() }),
    response: outgoingWebhookSchema,
  },
  removeOutgoingWebhook: {
    method: 'delete',
    path: '/outgoing-webhooks/{id}',
    summary: 'Remove with its log',
    access: 'admin',
  },
  pingOutgoingWebhook: {
    method: 'post',
    path: '/outgoing-webhooks/{id}/ping',
    summary: 'Send a `ping`',
    access: 'admin',
    status: 202,
  },
  listWebhookDeliveries: {
    method: 'get',
    path: '/outgoing-webhooks/{id}/deliveries',
    summary: 'What was sent and what became of it, newest first',
    access: 'admin',
    query: z.object({
      cursor: z.uuid().optional(),
      limit: z.coerce.number().int().min(1).max(100).default(50),
    }),
    response: pageOf(webhookDeliverySchema),
  },
  redeliverWebhook: {
    method: 'post',
    path: '/webhook-deliveries/{id}/redelivery',
    summary: 'Send once more',
    access: 'admin',
    status: 202,
  },
} as const satisfies Record<string, Route>;
