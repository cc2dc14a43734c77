import { randomInt } from 'node:crypto';
import { ConnectorError, type OutboundReply, type SentReply } from '@app/connector-kit';
import type { AnswerParts } from './sms.answer-parts.js';
import type { SmsContext } from './sms.kannel-api.js';
import { canonicalSentId } from './sms.message-id.js';
import { noteThrottled, takeTurn, waitTurn } from './sms.pace.js';
import { encodePart, splitText, type SmsAlphabet } from './sms.parts.js';
import { explainSubmit } from './sms.smpp-errors.js';
import { accountOf, LinkError, type SmppLink } from './sms.smpp-link.js';
import { ESM_UDHI } from './sms.smpp-protocol.js';
import { concatenationHeader } from './sms.user-data-header.js';

const INTERNATIONAL = 1;
const ISDN = 1;
const RECEIPT_WANTED = 1;
const DATA_CODING = { gsm7: 0x00, ucs2: 0x08 } as const satisfies Record<SmsAlphabet, number>;

/** The open session, as `ConnectorContext.session` hands it to the replies. */
export class SmppSession {
  readonly account: string;

  constructor(
    private readonly link: SmppLink,
    private readonly context: SmsContext,
    private readonly answers: AnswerParts,
  ) {
    this.account = accountOf(context);
  }

  /**
   * Sends an answer as one SMS or several.
   * @throws ConnectorError; once a part has left, every failure is `outcome-unknown`: sending again would repeat it
   */
  async send(reply: OutboundReply, context: SmsContext): Promise<SentReply> {
    const { alphabet, parts } = splitText(reply.text, this.context.settings.smppAlphabet);
    const reference = randomInt(256);
    const ids: string[] = [];
    try {
      for (const [index, part] of parts.entries()) {
        await (index === 0 ? takeTurn(context) : waitTurn(context));
        const place = { reference, total: parts.length, number: index + 1 };
        const id = await this.submit(reply.recipient.externalId, this.bodyOf(part, alphabet, place));
        ids.push(id);
        if (parts.length > 1) this.answers.add(ids[0] ?? id, id, parts.length, this.context.now());
      }
    } catch (error) {
      const failure = asConnectorError(error);
      if (failure.code === 'rate-limited' && failure.until && !failure.isPaced) {
        await noteThrottled(context, failure.until);
      }
      if (ids.length === 0) throw failure;
      const message = `Only ${ids.length} of ${parts.length} SMS were sent: ${failure.message}`;
      throw new ConnectorError('outcome-unknown', message);
    } finally {
      if (parts.length > 1 && ids.length > 0) await this.answers.save();
    }
    return { externalId: `smpp:${ids[0] || reply.idempotencyKey}`, status: 'sent' };
  }

  private async submit(phone: string, body: Readonly<Record<string, unknown>>): Promise<string> {
    const { settings } = this.context;
    const answer = await this.link.request('submit_sm', {
      source_addr: settings.shortCode,
      source_addr_ton: settings.smppSourceTon,
      source_addr_npi: settings.smppSourceNpi,
      destination_addr: phone.replace('+', ''),
      dest_addr_ton: INTERNATIONAL,
      dest_addr_npi: ISDN,
      registered_delivery: RECEIPT_WANTED,
      ...body,
    });
    if (answer.command_status !== 0) throw explainSubmit(answer.command_status, this.context.now());
    const id = answer['message_id'];
    return canonicalSentId(typeof id === 'string' ? id : '', settings.smppMessageIds);
  }

  private bodyOf(
    text: string,
    alphabet: SmsAlphabet,
    place: { readonly reference: number; readonly total: number; readonly number: number },
  ) {
    const body = encodePart(text, alphabet, this.context.settings.smppAlphabet);
    const header = place.total > 1 ? concatenationHeader(place) : Buffer.alloc(0);
    return {
      data_coding: DATA_CODING[alphabet],
      esm_class: place.total > 1 ? ESM_UDHI : 0,
      short_message: Buffer.concat([header, body]),
    };
  }
}

function asConnectorError(error: unknown): ConnectorError {
  if (error instanceof ConnectorError) return error;
  if (!(error instanceof LinkError))
    return new ConnectorError('outcome-unknown', 'Sending the SMS broke off');
  return error.wasSent
    ? new ConnectorError('outcome-unknown', `${error.message}; the citizen may have the SMS`)
    : new ConnectorError('transient', error.message);
}
