import type { NormalisedEvent } from '@app/report-model';
import { decodeBody } from './sms.data-coding.js';
import { stripKeyword } from './sms.keyword.js';
import type { SmppMessagePayload, SmppReceiptPayload, SmsPartPayload } from './sms.payload.js';
import { describeReceipt, outcomeOf, readReceipt } from './sms.receipt.js';
import { senderOf } from './sms.sender.js';

export function readSmppMessage(payload: SmppMessagePayload, externalId: string): NormalisedEvent {
  const text = joinedText(payload);
  if (text === null) return { kind: 'ignored', reason: 'binary SMS: settings or a picture, no text' };
  const author = senderOf(payload.from.address, payload.from.ton);
  return {
    kind: 'message',
    message: {
      externalId,
      conversation: { externalId: author.externalId, kind: 'private' },
      author,
      sentAt: payload.receivedAt,
      text: stripKeyword(text, payload.keywords),
      attachments: [],
    },
  };
}

export function readSmppReceipt(payload: SmppReceiptPayload): NormalisedEvent {
  const { answer, messageId, receivedAt } = payload;
  const receipt = readReceipt(payload.text, payload.state);
  if (messageId === null) return { kind: 'ignored', reason: 'delivery receipt without a message id' };
  const outcome = outcomeOf(receipt.state);
  if (outcome === 'on-its-way') {
    return { kind: 'ignored', reason: `delivery receipt: on its way (${receipt.state})` };
  }
  if (outcome === 'delivered' && answer && !answer.isComplete) {
    return { kind: 'ignored', reason: `part ${answer.part} of ${answer.total} of an answer is delivered` };
  }
  const which = answer ? `part ${answer.part} of ${answer.total}: ` : '';
  return {
    kind: 'delivery-update',
    replyExternalId: answer?.externalId ?? `smpp:${messageId}`,
    status: outcome,
    ...(outcome === 'failed' ? { reason: which + describeReceipt(receipt) } : {}),
    at: receivedAt,
  };
}

/** Parts of one coding are read as one: a character may be torn between two. What is missing is shown as missing. */
function joinedText({ parts, total, alphabet }: SmppMessagePayload): string | null {
  let text = '';
  let expected = 1;
  let run: SmsPartPayload[] = [];
  let hasText = false;
  const finishRun = () => {
    const [first] = run;
    if (!first) return;
    const bytes = Buffer.concat(run.map((part) => Buffer.from(part.body, 'hex')));
    const read = decodeBody(bytes, first.dataCoding, alphabet);
    hasText ||= read !== null;
    text += read ?? '';
    run = [];
  };
  const sorted = [...parts].sort((one, other) => one.number - other.number);
  for (const part of sorted) {
    if (part.number > expected) {
      finishRun();
      text += missing(expected, part.number - 1, total);
    } else if (run[0] && run[0].dataCoding !== part.dataCoding) finishRun();
    run.push(part);
    expected = part.number + 1;
  }
  finishRun();
  if (!hasText) return null;
  return expected <= total ? text + missing(expected, total, total) : text;
}

function missing(from: number, to: number, total: number): string {
  const which = from === to ? `${from}` : `${from}–${to}`;
  return ` […bagian ${which} dari ${total} tidak sampai…] `;
}
