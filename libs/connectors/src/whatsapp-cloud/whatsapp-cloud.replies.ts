import {
  ConnectorError,
  ensureWithinBudget,
  type ConnectorContext,
  type OutboundReply,
  type ReplySender,
  type ReplyTarget,
} from '@app/connector-kit';
import { callGraph } from '@app/graph-api';
import { z } from 'zod';
import { WHATSAPP_CLOUD_ERRORS } from './whatsapp-cloud.errors.js';
import { uploadFile, WHATSAPP_FILES, type UploadedFile } from './whatsapp-cloud.files.js';
import type { WhatsAppCloudSettings } from './whatsapp-cloud.settings.js';
import { findTemplate, listTemplates } from './whatsapp-cloud.templates.js';

type Context = ConnectorContext<WhatsAppCloudSettings>;
type Body = Readonly<Record<string, unknown>>;

const WINDOW_MS = 24 * 60 * 60_000;
const MAX_CAPTION = 1024;

const sentSchema = z.looseObject({ messages: z.array(z.looseObject({ id: z.string().min(1) })).min(1) });

export const whatsAppCloudReplies: ReplySender<WhatsAppCloudSettings> = {
  maxTextLength: 4096,
  lengthUnit: 'utf16',
  countLength: (text) => text.length,
  isIdempotent: false,
  files: WHATSAPP_FILES,
  templates: {
    list: async (context) => (await listTemplates(context)).map(({ template }) => template),
  },

  availability(target, now) {
    const until = windowEnd(target);
    const isPublic = target.conversation.kind !== 'private';
    if (now < until) return { isAllowed: true, isPublic, until };
    return { isAllowed: true, isPublic, needsTemplate: true };
  },

  async send(reply, context) {
    if (reply.template)
      return { externalId: await sendTemplate(reply, reply.template, context), status: 'sent' };
    if (context.now() >= windowEnd(reply)) {
      throw new ConnectorError(
        'reply-refused',
        'More than 24 hours have passed since the citizen wrote: only a template may be sent',
      );
    }
    const files: UploadedFile[] = [];
    for (const file of reply.files ?? []) files.push(await uploadFile(context, file));
    const [first, ...further] = bodiesOf(reply.text, files);
    if (!first) throw new ConnectorError('reply-refused', 'There is nothing to send');
    const externalId = await sendMessage(reply, first, context);
    const furtherExternalIds: string[] = [];
    for (const body of further) {
      furtherExternalIds.push(
        await sendMessage(reply, body, context).catch((error: unknown) => {
          throw partly(1 + furtherExternalIds.length, 1 + further.length, error);
        }),
      );
    }
    return { externalId, status: 'sent', ...(further.length > 0 ? { furtherExternalIds } : {}) };
  },
};

function windowEnd({ inReplyTo, conversation }: ReplyTarget): Date {
  const last = conversation.lastInboundAt ?? inReplyTo.sentAt;
  return new Date(Math.max(last.getTime(), inReplyTo.sentAt.getTime()) + WINDOW_MS);
}

/** One message where a caption does, otherwise the text and then each file. */
function bodiesOf(text: string, files: readonly UploadedFile[]): Body[] {
  const [only, ...others] = files;
  if (only && others.length === 0 && only.kind !== 'audio' && text.length <= MAX_CAPTION) {
    return [fileBody(only, text)];
  }
  const words = text === '' ? [] : [{ type: 'text', text: { body: text, preview_url: false } }];
  return [...words, ...files.map((file) => fileBody(file, ''))];
}

function fileBody({ kind, mediaId, fileName }: UploadedFile, caption: string): Body {
  return {
    type: kind,
    [kind]: {
      id: mediaId,
      ...(caption ? { caption } : {}),
      ...(kind === 'document' ? { filename: fileName } : {}),
    },
  };
}

async function sendTemplate(
  reply: OutboundReply,
  { name, language, parameters }: NonNullable<OutboundReply['template']>,
  context: Context,
): Promise<string> {
  const { template, category, parameterNames } = await findTemplate(context, name, language);
  if (parameters.length !== parameterNames.length) {
    throw new ConnectorError('reply-refused', `The template takes ${parameterNames.length} parameters`);
  }
  const isFree = category === 'UTILITY' && context.now() < windowEnd(reply);
  if (!isFree) await ensureWithinBudget(context, 'WhatsApp');
  const words = parameters.map((text, index) => {
    const parameterName = parameterNames[index] ?? '';
    return { type: 'text', text, ...(/^\d+$/.test(parameterName) ? {} : { parameter_name: parameterName }) };
  });
  const externalId = await sendMessage(
    reply,
    {
      type: 'template',
      template: {
        name,
        language: { code: language },
        ...(words.length > 0 ? { components: [{ type: 'body', parameters: words }] } : {}),
      },
    },
    context,
  );
  await context.usage.add(`template-${category.toLowerCase()}`, 1, isFree ? 0 : (template.costRupiah ?? 0));
  return externalId;
}

async function sendMessage(reply: OutboundReply, body: Body, context: Context): Promise<string> {
  const request = {
    method: 'POST',
    path: `${context.settings.phoneNumberId}/messages`,
    operation: 'send',
    errors: WHATSAPP_CLOUD_ERRORS,
    body: {
      messaging_product: 'whatsapp',
      ...addressOf(reply),
      ...(reply.inReplyTo.externalId.startsWith('wamid.')
        ? { context: { message_id: reply.inReplyTo.externalId } }
        : {}),
      // Comes back with every status: so an answer whose fate we missed is recognised.
      biz_opaque_callback_data: reply.idempotencyKey,
      ...body,
    },
  } as const;
  const { messages } = await callGraph(context, request, sentSchema);
  return messages[0]?.id ?? '';
}

/** Numbers go into `to`, user ids into `recipient`. */
function addressOf({ conversation, recipient }: OutboundReply): Body {
  if (conversation.kind === 'group') return { recipient_type: 'group', to: conversation.externalId };
  const isNumber = /^\d+$/.test(recipient.externalId);
  return { recipient_type: 'individual', [isNumber ? 'to' : 'recipient']: recipient.externalId };
}

/** What has gone out cannot be sent again with the rest: a person must look. */
function partly(sent: number, all: number, error: unknown): ConnectorError {
  const why = error instanceof ConnectorError ? error.message : 'unknown failure';
  return new ConnectorError(
    'outcome-unknown',
    `${sent} of ${all} messages of this answer have gone out. Then: ${why}`,
  );
}
