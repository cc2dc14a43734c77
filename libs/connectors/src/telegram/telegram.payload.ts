import { z } from 'zod';

/**
 * What we read of the Bot API 10.0, and nothing more: Telegram adds members and kinds several times a year, and a
 * message must not be lost for a member that we never look at. https://core.telegram.org/bots/api
 */

/** Seconds since 1970, up to the end of the year 9999. */
const unixTime = z.int().min(0).max(253_402_300_799);

export const userSchema = z.looseObject({
  id: z.int(),
  is_bot: z.boolean().optional(),
  first_name: z.string().optional(),
  last_name: z.string().optional(),
  username: z.string().optional(),
});

export const chatSchema = z.looseObject({
  id: z.int(),
  type: z.string(),
  title: z.string().optional(),
  username: z.string().optional(),
  first_name: z.string().optional(),
  last_name: z.string().optional(),
  is_direct_messages: z.boolean().optional(),
});

const fileSchema = z.looseObject({
  file_id: z.string(),
  file_size: z.int().optional(),
  mime_type: z.string().optional(),
  file_name: z.string().optional(),
});
const photoSchema = z.array(fileSchema.extend({ width: z.int(), height: z.int() }));
const placeSchema = z.looseObject({ latitude: z.number(), longitude: z.number() });
const titled = z.looseObject({ title: z.string().optional() });

export const messageSchema = z.looseObject({
  message_id: z.int(),
  date: unixTime,
  edit_date: unixTime.optional(),
  chat: chatSchema,
  from: userSchema.optional(),
  sender_chat: chatSchema.optional(),
  is_automatic_forward: z.boolean().optional(),
  is_topic_message: z.boolean().optional(),
  message_thread_id: z.int().optional(),
  direct_messages_topic: z.looseObject({ topic_id: z.int() }).optional(),
  media_group_id: z.string().optional(),
  business_connection_id: z.string().optional(),
  reply_to_message: z
    .looseObject({
      message_id: z.int(),
      forum_topic_created: z.unknown().optional(),
      is_automatic_forward: z.boolean().optional(),
      forward_origin: z
        .looseObject({
          message_id: z.int().optional(),
          chat: z.looseObject({ id: z.int() }).optional(),
        })
        .optional()
        .catch(undefined),
    })
    .optional(),
  migrate_to_chat_id: z.int().optional(),
  migrate_from_chat_id: z.int().optional(),

  text: z.string().optional(),
  caption: z.string().optional(),
  photo: photoSchema.optional(),
  live_photo: fileSchema.extend({ photo: photoSchema.optional() }).optional(),
  video: fileSchema.optional(),
  video_note: fileSchema.optional(),
  animation: fileSchema.optional(),
  audio: fileSchema.optional(),
  voice: fileSchema.optional(),
  document: fileSchema.optional(),
  sticker: fileSchema
    .extend({
      emoji: z.string().optional(),
      is_animated: z.boolean().optional(),
      is_video: z.boolean().optional(),
    })
    .optional(),
  contact: z
    .looseObject({
      phone_number: z.string(),
      first_name: z.string().optional(),
      last_name: z.string().optional(),
      user_id: z.int().optional(),
    })
    .optional(),
  location: placeSchema.optional(),
  venue: z
    .looseObject({ location: placeSchema, title: z.string().optional(), address: z.string().optional() })
    .optional(),
  poll: z.looseObject({ question: z.string().optional() }).optional(),
  checklist: titled.optional(),
  game: titled.optional(),
  dice: z.looseObject({ emoji: z.string().optional(), value: z.int().optional() }).optional(),
  story: z.looseObject({}).optional(),
  paid_media: z.looseObject({}).optional(),
});

/** A pressed button. An old message is told by its chat and number alone; `data` is what we gave the button. */
export const callbackSchema = z.looseObject({
  id: z.string().min(1),
  from: userSchema,
  data: z.string().optional(),
  message: messageSchema
    .pick({
      message_id: true,
      chat: true,
      is_topic_message: true,
      message_thread_id: true,
      direct_messages_topic: true,
      business_connection_id: true,
    })
    .optional(),
});

export const memberChangeSchema = z.looseObject({
  chat: chatSchema,
  new_chat_member: z.looseObject({ status: z.string() }),
  date: unixTime.optional(),
});

export const reactionSchema = z.looseObject({
  chat: chatSchema,
  message_id: z.int(),
  user: userSchema.optional(),
  actor_chat: chatSchema.optional(),
  new_reaction: z.array(z.looseObject({ type: z.string(), emoji: z.string().optional() })),
});

/** One message id: see `toParsedEvents`. */
export const deletedMessagesSchema = z.looseObject({
  business_connection_id: z.string(),
  chat: chatSchema,
  message_ids: z.tuple([z.int()]),
});

export const businessConnectionSchema = z.looseObject({ is_enabled: z.boolean() });

export type TelegramUser = z.infer<typeof userSchema>;
export type TelegramChat = z.infer<typeof chatSchema>;
export type TelegramFile = z.infer<typeof fileSchema>;
export type TelegramCallback = z.infer<typeof callbackSchema>;
export type TelegramMessage = z.infer<typeof messageSchema>;
