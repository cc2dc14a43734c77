import { ConnectorError } from '@app/connector-kit';

/** SMPP 3.4, 5.1.3: those that mean something else than "no". */
const STATUS = {
  RALYBND: 0x05,
  RSYSERR: 0x08,
  RINVSRCADR: 0x0a,
  RINVDSTADR: 0x0b,
  RBINDFAIL: 0x0d,
  RINVPASWD: 0x0e,
  RINVSYSID: 0x0f,
  RMSGQFUL: 0x14,
  RINVSYSTYP: 0x53,
  RTHROTTLED: 0x58,
} as const;
const THROTTLED_SECONDS = 10;
const BOUND_ELSEWHERE_SECONDS = 20;

/** Why the SMSC has not let us in. */
export function explainBind(status: number, now: Date): ConnectorError {
  switch (status) {
    case STATUS.RBINDFAIL:
    case STATUS.RINVPASWD:
    case STATUS.RINVSYSID:
    case STATUS.RINVSYSTYP:
      return new ConnectorError(
        'credentials-rejected',
        `The SMSC rejects system_id, password or system_type (${hex(status)}). Compare them with the operator’s letter`,
      );
    case STATUS.RALYBND:
      return new ConnectorError(
        'rate-limited',
        'The SMSC says that this account is connected already: by another program, or by a connection that it has ' +
          'not yet given up',
        { until: new Date(now.getTime() + BOUND_ELSEWHERE_SECONDS * 1000) },
      );
    default:
      return new ConnectorError('transient', `The SMSC does not let Wadah in at the moment (${hex(status)})`);
  }
}

/** Why the SMSC has not taken an SMS: it certainly has not. */
export function explainSubmit(status: number, now: Date): ConnectorError {
  switch (status) {
    case STATUS.RTHROTTLED:
    case STATUS.RMSGQFUL:
      return new ConnectorError(
        'rate-limited',
        status === STATUS.RTHROTTLED
          ? 'The SMSC asks to send more slowly (ESME_RTHROTTLED)'
          : 'The SMSC’s queue is full (ESME_RMSGQFUL)',
        { until: new Date(now.getTime() + THROTTLED_SECONDS * 1000) },
      );
    case STATUS.RSYSERR:
      return new ConnectorError('transient', `The SMSC has a fault of its own (${hex(status)})`);
    case STATUS.RINVSRCADR:
      return new ConnectorError(
        'permission-missing',
        `The SMSC does not let us send from this short code (${hex(status)}): check it, its TON and its NPI`,
      );
    case STATUS.RINVDSTADR:
      return new ConnectorError('reply-refused', `The SMSC knows no such telephone number (${hex(status)})`);
    default:
      return new ConnectorError('reply-refused', `The SMSC refuses the SMS (${hex(status)})`);
  }
}

function hex(status: number): string {
  return `0x${status.toString(16).padStart(8, '0')}`;
}
