import smpp, { type Pdu } from 'smpp';
import type { Concatenation } from './sms.user-data-header.js';
import { plausibleConcatenation, readUserData } from './sms.user-data-header.js';

/**
 * The package decodes texts by tables of its own and drops what it does not know; the ledger wants the bytes. It lets
 * commands be defined anew: the same fields, without its filters.
 */
function keepBytes(command: string): void {
  const definition = smpp.commands[command];
  if (!definition?.params) throw new Error(`The package smpp no longer knows ${command}`);
  const params = Object.fromEntries(
    Object.entries(definition.params).map(([name, { filter: _filter, ...param }]) => [name, param]),
  );
  smpp.addCommand(command, { ...definition, params });
}
keepBytes('deliver_sm');
keepBytes('data_sm');
smpp.addTLV('message_payload', { id: 0x0424, type: smpp.types.tlv.buffer });

const ESM_TYPE = 0x3c;
const ESM_RECEIPT = 0x04;
const ESM_INTERMEDIATE = 0x20;
export const ESM_UDHI = 0x40;

/** A deliver_sm (or data_sm), read. */
export interface Delivery {
  readonly from: { readonly address: string; readonly ton: number };
  readonly to: { readonly address: string; readonly ton: number };
  readonly dataCoding: number;
  readonly isReceipt: boolean;
  readonly header: Buffer;
  readonly body: Buffer;
  readonly concatenation: Concatenation | null;
  /** TLVs of a receipt. */
  readonly receiptedId: string | null;
  readonly messageState: number | null;
  /** All of it, for telling a redelivery from a second SMS: the sequence number is left out. */
  readonly fingerprint: string;
}

export function readDelivery(pdu: Pdu): Delivery {
  const esmClass = numberOf(pdu['esm_class']) ?? 0;
  const type = esmClass & ESM_TYPE;
  const receiptedId = stringOf(pdu['receipted_message_id']) || null;
  const bytes = bytesOf(pdu);
  const userData = esmClass & ESM_UDHI ? readUserData(bytes) : null;
  const from = { address: stringOf(pdu['source_addr']), ton: numberOf(pdu['source_addr_ton']) ?? 0 };
  const to = { address: stringOf(pdu['destination_addr']), ton: numberOf(pdu['dest_addr_ton']) ?? 0 };
  const dataCoding = numberOf(pdu['data_coding']) ?? 0;
  const concatenation = userData?.concatenation ?? segmentOf(pdu);
  return {
    from,
    to,
    dataCoding,
    isReceipt: type === ESM_RECEIPT || type === ESM_INTERMEDIATE || receiptedId !== null,
    header: userData?.header ?? Buffer.alloc(0),
    body: userData?.body ?? bytes,
    concatenation,
    receiptedId,
    messageState: numberOf(pdu['message_state']),
    fingerprint: [from, to, esmClass, dataCoding, concatenation, receiptedId]
      .map((part) => JSON.stringify(part))
      .concat(bytes.toString('hex'))
      .join(' '),
  };
}

function bytesOf(pdu: Pdu): Buffer {
  const short = pdu['short_message'];
  const payload = pdu['message_payload'];
  if (Buffer.isBuffer(payload) && payload.length > 0) return payload;
  return Buffer.isBuffer(short) ? short : Buffer.alloc(0);
}

function segmentOf(pdu: Pdu): Concatenation | null {
  const reference = numberOf(pdu['sar_msg_ref_num']);
  const total = numberOf(pdu['sar_total_segments']);
  const number = numberOf(pdu['sar_segment_seqnum']);
  if (reference === null || total === null || number === null) return null;
  return plausibleConcatenation({ reference, total, number });
}

function stringOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function numberOf(value: unknown): number | null {
  return typeof value === 'number' ? value : null;
}
