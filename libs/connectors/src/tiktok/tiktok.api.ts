import { ConnectorError, encodeForm, type OutboundFile } from '@app/connector-kit';
import { z } from 'zod';
import { askTiktok, type TiktokContext, type TiktokRequest } from './tiktok.request.js';
import { TiktokTokens } from './tiktok.tokens.js';

/** What an app may call: https://business-api.tiktok.com/portal/docs?id=1740029171730433 */
const PACE = { bucket: 'api', rule: { limit: 300, perMs: 60_000, burst: 10 } };
const tokens = new TiktokTokens();

/** Calls as the connection's account; a token that has ended before its time is replaced once. */
async function call<Schema extends z.ZodType>(
  context: TiktokContext,
  request: TiktokRequest,
  schema: Schema,
): Promise<z.infer<Schema>> {
  const send = async () => {
    const token = await tokens.get(context);
    await context.limits.take(PACE.bucket, PACE.rule);
    return askTiktok(context, { ...request, headers: { ...request.headers, 'access-token': token } }, schema);
  };
  try {
    return await send();
  } catch (error) {
    if (!(error instanceof ConnectorError) || error.code !== 'credentials-rejected') throw error;
    tokens.forget(context);
    return send();
  }
}

/** The name that the account goes by. @throws ConnectorError */
export async function accountName(context: TiktokContext): Promise<string> {
  const query = { business_id: context.settings.businessId, fields: '["username","display_name"]' };
  const schema = z.looseObject({ username: z.string().min(1) });
  return `@${(await call(context, { path: 'business/get/', query }, schema)).username}`;
}

/** @returns where a picture can be fetched for a while, and with which header. @throws ConnectorError */
export async function mediaAddress(
  context: TiktokContext,
  place: { readonly conversationId: string; readonly messageId: string; readonly mediaId: string },
): Promise<{ readonly url: string; readonly headers: Readonly<Record<string, string>> }> {
  const body = {
    business_id: context.settings.businessId,
    conversation_id: place.conversationId,
    message_id: place.messageId,
    media_id: place.mediaId,
    media_type: 'IMAGE',
  };
  const request = { method: 'POST', path: 'business/message/media/download/', body } as const;
  const { download_url: url } = await call(context, request, z.looseObject({ download_url: z.url() }));
  return { url, headers: { 'x-user': await tokens.get(context) } };
}

/** @returns the id of a picture that can be sent. @throws ConnectorError */
export async function uploadPicture(context: TiktokContext, file: OutboundFile): Promise<string> {
  const form = new FormData();
  form.append('business_id', context.settings.businessId);
  form.append('media_type', 'IMAGE');
  form.append('file', new Blob([new Uint8Array(file.body)], { type: file.mimeType }), file.fileName);
  const { body, contentType } = await encodeForm(form);
  const headers = { 'content-type': contentType };
  const request = { method: 'POST', path: 'business/message/media/upload/', headers, body } as const;
  return (await call(context, request, z.looseObject({ media_id: z.string().min(1) }))).media_id;
}

/** @returns the message's id. @throws ConnectorError */
export async function sendMessage(
  context: TiktokContext,
  conversationId: string,
  content: Readonly<Record<string, unknown>>,
): Promise<string> {
  const body = {
    business_id: context.settings.businessId,
    recipient_type: 'CONVERSATION',
    recipient: conversationId,
    ...content,
  };
  const request = { method: 'POST', path: 'business/message/send/', body, operation: 'send' } as const;
  const schema = z.looseObject({ message: z.looseObject({ message_id: z.string().min(1) }) });
  return (await call(context, request, schema)).message.message_id;
}

/** Makes `url` the app's address for direct messages. @throws ConnectorError */
export async function registerWebhook(context: TiktokContext, url: string): Promise<void> {
  const { appId: app_id, appSecret: secret } = context.settings;
  const body = { app_id, secret, event_type: 'DIRECT_MESSAGE', callback_url: url };
  await askTiktok(context, { method: 'POST', path: 'business/webhook/update/', body }, z.unknown());
}
