import { ConnectorError, type OutboundReply, type SentReply } from '@app/connector-kit';
import { callSendsms, explainSendsms, type SmsContext } from './sms.kannel-api.js';
import { takeTurn, waitTurn } from './sms.pace.js';
import { splitText } from './sms.parts.js';

/** Delivered, not delivered, refused by the SMSC. */
const DLR_MASK = 1 + 2 + 16;
const UCS2 = '2';
const GSM7 = '0';

/** Hands an answer to Kannel, which cuts it into parts and queues it. */
export async function sendByKannel(reply: OutboundReply, context: SmsContext): Promise<SentReply> {
  const { settings } = context;
  const { alphabet, parts } = splitText(reply.text);
  await takeTurn(context);
  for (const _further of parts.slice(1)) await waitTurn(context);
  const headers = {
    'x-kannel-from': settings.shortCode,
    'x-kannel-to': reply.recipient.externalId,
    'x-kannel-coding': alphabet === 'ucs2' ? UCS2 : GSM7,
    ...deliveryReport(reply, context),
  };
  const answer = await callSendsms(context, headers, reply.text);
  const said = answer.body.toString('utf8').trim();
  if (answer.status !== 202 && answer.status !== 200) throw explainSendsms(answer, context.now());
  // "0: Accepted for delivery", "3: Queued for later delivery": anything else has not come from Kannel.
  if (!/^[03]:/.test(said)) {
    throw new ConnectorError(
      'outcome-unknown',
      'The answer did not come from Kannel; the citizen may have the SMS',
    );
  }
  return { externalId: `kannel:${reply.idempotencyKey}`, status: 'sent' };
}

/** Kannel reports to the webhook that the SMS come to, with our own key, as it gives no id itself. */
function deliveryReport(
  { idempotencyKey }: OutboundReply,
  { settings }: SmsContext,
): Readonly<Record<string, string>> {
  const { callbackUrl, webhookSecret } = settings;
  if (!callbackUrl || !webhookSecret) return {};
  const known = new URLSearchParams({ secret: webhookSecret, ref: idempotencyKey }).toString();
  const url = `${callbackUrl}${callbackUrl.includes('?') ? '&' : '?'}${known}`;
  return {
    'x-kannel-dlr-mask': String(DLR_MASK),
    'x-kannel-dlr-url': `${url}&status=%d&id=%I&fid=%F&ans=%A`,
  };
}
