/** What an SMSC tells of an answer (SMPP 3.4, appendix B), read as far as it keeps to the usual form. */
export interface Receipt {
  readonly messageId: string | null;
  /** `DELIVRD`, `UNDELIV` ... in capitals; `UNKNOWN` when it cannot be told. */
  readonly state: string;
  /** The network's own code, e.g. `069`. */
  readonly error: string | null;
}

/** SMPP 3.4, 5.2.28: TLV message_state. */
const STATES: Readonly<Record<number, string>> = {
  1: 'ENROUTE',
  2: 'DELIVRD',
  3: 'EXPIRED',
  4: 'DELETED',
  5: 'UNDELIV',
  6: 'ACCEPTD',
  7: 'UNKNOWN',
  8: 'REJECTD',
};
const ON_ITS_WAY = new Set(['ENROUTE', 'ACCEPTD', 'SCHEDULED', 'BUFFRED', 'UNKNOWN']);
const REASONS: Readonly<Record<string, string>> = {
  EXPIRED: 'the phone could not be reached in time',
  DELETED: 'the SMSC has deleted the SMS',
  UNDELIV: 'the SMS could not be delivered',
  REJECTD: 'the SMSC has rejected the SMS',
};

/** @param stateTlv goes before the text, which some SMSCs translate or leave out */
export function readReceipt(text: string, stateTlv: number | null = null): Receipt {
  const field = (name: string) => new RegExp(`\\b${name}:(\\S*)`, 'i').exec(text)?.[1] || null;
  const state = (stateTlv === null ? undefined : STATES[stateTlv]) ?? field('stat')?.toUpperCase();
  return { messageId: field('id'), state: state ?? 'UNKNOWN', error: field('err') };
}

export function outcomeOf(state: string): 'delivered' | 'failed' | 'on-its-way' {
  if (state === 'DELIVRD') return 'delivered';
  return ON_ITS_WAY.has(state) ? 'on-its-way' : 'failed';
}

export function describeReceipt({ state, error }: Receipt): string {
  const reason = REASONS[state] ?? 'the SMS did not arrive';
  const hasCode = error !== null && !/^0*$/.test(error);
  return `${reason} (${state}${hasCode ? `, network code ${error}` : ''})`;
}
