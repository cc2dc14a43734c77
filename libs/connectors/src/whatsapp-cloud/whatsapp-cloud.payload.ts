import { z } from 'zod';

/** Meta writes ids as strings; fixtures of others show numbers, too. */
const id = z.union([z.string().min(1), z.number()]).transform(String);
const optionalId = id.optional().catch(undefined);
const optionalText = z.string().optional().catch(undefined);

const contactSchema = z.looseObject({
  profile: z.looseObject({ name: optionalText, username: optionalText }).optional().catch(undefined),
  wa_id: optionalId,
  /** Business-scoped user id (BSUID): `ID.` and letters or digits. */
  user_id: optionalId,
});
export type WhatsAppContact = z.infer<typeof contactSchema>;

const errorSchema = z.looseObject({
  code: z.coerce.number().optional().catch(undefined),
  title: optionalText,
  error_data: z.looseObject({ details: optionalText }).optional().catch(undefined),
});
export type WhatsAppError = z.infer<typeof errorSchema>;
const errors = z.array(errorSchema).optional().catch(undefined);

/** Beside these a message has a member named like its `type`, with what it holds. */
export const messageSchema = z.looseObject({
  id,
  type: z.string().min(1),
  /** Epoch seconds. */
  timestamp: z.coerce.number().optional().catch(undefined),
  from: optionalId,
  from_user_id: optionalId,
  to: optionalId,
  to_user_id: optionalId,
  group_id: optionalId,
  context: z.looseObject({ id: optionalId }).optional().catch(undefined),
  referral: z
    .looseObject({ headline: optionalText, body: optionalText, source_url: optionalText })
    .optional()
    .catch(undefined),
  errors,
});
export type WhatsAppMessage = z.infer<typeof messageSchema>;

export const statusSchema = z.looseObject({
  id,
  status: z.string().min(1),
  type: optionalText,
  timestamp: z.coerce.number().optional().catch(undefined),
  biz_opaque_callback_data: optionalText,
  errors,
});

export const valueSchema = z.looseObject({
  metadata: z
    .looseObject({ phone_number_id: optionalId, display_phone_number: optionalId })
    .optional()
    .catch(undefined),
  contacts: z.array(contactSchema).optional().catch(undefined),
  errors,
});
export type WhatsAppValue = z.infer<typeof valueSchema>;

/** A thread of the chat history that a number brings along from the WhatsApp Business app. */
export const historyThreadSchema = z.looseObject({
  id: optionalId,
  context: z
    .looseObject({ wa_id: optionalId, user_id: optionalId, username: optionalText })
    .optional()
    .catch(undefined),
});
export const historyContextSchema = z.looseObject({ from_me: z.boolean().optional().catch(undefined) });

export const identityUpdateSchema = z.looseObject({
  wa_id: optionalId,
  user_id: z.looseObject({ previous: id, current: id }),
});

export const systemSchema = z.looseObject({
  type: z.string().min(1),
  wa_id: optionalId,
  new_wa_id: optionalId,
  user_id: optionalId,
  previous_user_id: optionalId,
  customer: optionalId,
});

export const reactionSchema = z.looseObject({
  message_id: id,
  emoji: z.string().optional().catch(undefined),
});
export const revokeSchema = z.looseObject({ original_message_id: id });
export const editSchema = z.looseObject({
  original_message_id: id,
  message: z.looseObject({ type: z.string().min(1) }),
});
