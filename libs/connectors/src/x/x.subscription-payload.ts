import { z } from 'zod';

const webhookSchema = z.looseObject({ id: z.string(), url: z.string(), valid: z.boolean() });
export const xWebhooksSchema = z.looseObject({ data: z.array(webhookSchema).optional() });
export type XWebhookRecord = z.infer<typeof webhookSchema>;

const subscriptionSchema = z.looseObject({
  subscription_id: z.string(),
  event_type: z.string(),
  filter: z.looseObject({ user_id: z.string().optional() }).optional(),
  tag: z.string().optional(),
  webhook_id: z.string().optional(),
});
export const xSubscriptionsSchema = z.looseObject({ data: z.array(subscriptionSchema).optional() });
export type XSubscription = z.infer<typeof subscriptionSchema>;
