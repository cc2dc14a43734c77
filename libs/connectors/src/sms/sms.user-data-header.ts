/** Which part of which message this is. */
export interface Concatenation {
  readonly reference: number;
  readonly total: number;
  /** From 1. */
  readonly number: number;
}

export interface UserData {
  readonly header: Buffer;
  readonly body: Buffer;
  readonly concatenation: Concatenation | null;
}

const REFERENCE_8_BIT = 0x00;
const REFERENCE_16_BIT = 0x08;

/** Separates the header that esm_class 0x40 announces from the text (3GPP 23.040, 9.2.3.24). */
export function readUserData(bytes: Buffer): UserData {
  const length = bytes[0] ?? 0;
  const isWhole = bytes.length > 0 && length < bytes.length;
  // One that runs past the end is none: the text is more than we could rightly cut away.
  if (!isWhole) return { header: Buffer.alloc(0), body: bytes, concatenation: null };
  const header = bytes.subarray(0, length + 1);
  return { header, body: bytes.subarray(length + 1), concatenation: concatenationIn(header) };
}

/** The header of one part, with an 8-bit reference. */
export function concatenationHeader({ reference, total, number }: Concatenation): Buffer {
  return Buffer.from([5, REFERENCE_8_BIT, 3, reference & 0xff, total, number]);
}

/** @returns null for numbers that make no sense: the SMS then stands alone */
export function plausibleConcatenation(found: Concatenation): Concatenation | null {
  const { total, number } = found;
  return total > 1 && number >= 1 && number <= total ? found : null;
}

function concatenationIn(header: Buffer): Concatenation | null {
  for (let at = 1; at + 1 < header.length; at += 2 + (header[at + 1] ?? 0)) {
    const element = header.subarray(at + 2, at + 2 + (header[at + 1] ?? 0));
    const [total = 0, number = 0] = element.subarray(-2);
    if (header[at] === REFERENCE_8_BIT && element.length === 3) {
      return plausibleConcatenation({ reference: element.readUInt8(0), total, number });
    }
    if (header[at] === REFERENCE_16_BIT && element.length === 4) {
      return plausibleConcatenation({ reference: element.readUInt16BE(0), total, number });
    }
  }
  return null;
}
