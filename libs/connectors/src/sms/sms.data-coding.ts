import { ConnectorError } from '@app/connector-kit';
import { decodeGsm7 } from './sms.gsm7.js';

/** What the SMSC means by data coding 0, "the default alphabet". */
export const DEFAULT_ALPHABETS = ['gsm7', 'latin1'] as const;
export type DefaultAlphabet = (typeof DEFAULT_ALPHABETS)[number];

type Coding = DefaultAlphabet | 'default' | 'ascii' | 'ucs2' | 'iso-8859-5' | 'iso-8859-8' | 'binary';

/** SMPP 3.4, 5.2.19. */
const PLAIN: Readonly<Record<number, Coding>> = {
  0x00: 'default',
  0x01: 'ascii',
  0x02: 'binary',
  0x03: 'latin1',
  0x04: 'binary',
  0x06: 'iso-8859-5',
  0x07: 'iso-8859-8',
  0x08: 'ucs2',
};
const CLASS_GROUP: Readonly<Record<number, Coding>> = { 0x00: 'default', 0x04: 'binary', 0x08: 'ucs2' };

/**
 * Reads a message's bytes, without its header; `null`: binary, not for reading.
 * @throws ConnectorError `payload-unrecognised` for a coding that nobody has told us about
 */
export function decodeBody(body: Buffer, dataCoding: number, alphabet: DefaultAlphabet): string | null {
  const coding = codingOf(dataCoding);
  switch (coding) {
    case 'binary':
      return null;
    case 'default':
      // A septet is below 128: what is not has come from an SMSC that passes Latin-1 through.
      return alphabet === 'latin1' || body.some((byte) => byte > 0x7f)
        ? body.toString('latin1')
        : decodeGsm7(body);
    case 'gsm7':
      return decodeGsm7(body);
    case 'latin1':
    case 'ascii':
      return body.toString('latin1');
    case 'ucs2':
      return new TextDecoder('utf-16be').decode(body);
    case 'iso-8859-5':
    case 'iso-8859-8':
      return new TextDecoder(coding).decode(body);
  }
}

function codingOf(dataCoding: number): Coding {
  const group = dataCoding & 0xf0;
  // 03.38: a message class, in the last group with one bit for the alphabet, in the first with two.
  if (group === 0xf0) return dataCoding & 0x04 ? 'binary' : 'default';
  const coding = group === 0x10 ? CLASS_GROUP[dataCoding & 0x0c] : PLAIN[dataCoding];
  if (coding) return coding;
  throw new ConnectorError('payload-unrecognised', `Unknown data coding 0x${dataCoding.toString(16)}`);
}
