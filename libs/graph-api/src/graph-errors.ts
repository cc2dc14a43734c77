import { ConnectorError, type ConnectorErrorCode } from '@app/connector-kit';
import { z } from 'zod';
import { regainAccessAt } from './graph-usage.js';

/** `read` may be repeated at will; `send` may not, since the citizen could get it twice. */
export type GraphOperation = 'read' | 'send';

export interface GraphErrorRow {
  /** Codes, and ranges of them with both ends. */
  readonly codes: readonly (number | readonly [number, number])[];
  /** Only with one of these subcodes. */
  readonly subcodes?: readonly number[];
  /** Only with a message like this. */
  readonly message?: RegExp;
  readonly as: ConnectorErrorCode | Readonly<Record<GraphOperation, ConnectorErrorCode>>;
  /** What happened and what to do; Meta's own words follow unless `isMute`. */
  readonly says: string;
  /** Meta's message may hold a token or a person's number. */
  readonly isMute?: boolean;
  /** Wait for `rate-limited` when the headers give none. */
  readonly waitSeconds?: number;
}

const LOCKED = 'Meta has restricted this account; see Business Suite → Account quality';
const FAULT = { read: 'transient', send: 'outcome-unknown' } as const;
const UNASKED = { read: 'permission-missing', send: 'reply-refused' } as const;

/** What Meta's error codes mean on every channel; the first row that fits decides. */
export const GRAPH_ERRORS: readonly GraphErrorRow[] = [
  {
    codes: [100],
    message: /appsecret_proof/i,
    as: 'credentials-rejected',
    says: 'The app secret does not belong to the app of the access token. Deliveries would be refused too: enter the secret of the same app',
    isMute: true,
  },
  {
    codes: [0, 102, 190],
    as: 'credentials-rejected',
    says: 'Meta no longer accepts the access token (expired, revoked, or the password was changed). Make a new one and enter it here',
    isMute: true,
  },
  { codes: [131056], as: 'rate-limited', says: 'Too many messages to one person', waitSeconds: 6 },
  { codes: [130429], as: 'rate-limited', says: 'Meta asks to send more slowly', waitSeconds: 5 },
  {
    codes: [4, 17, 32, 613, [80_000, 80_014]],
    as: 'rate-limited',
    says: 'Meta’s limit of calls is reached',
    waitSeconds: 300,
  },
  { codes: [10], subcodes: [1_893_063], as: 'permission-missing', says: LOCKED },
  {
    codes: [10],
    subcodes: [2_018_278, 2_018_065, 2_534_022],
    as: 'reply-refused',
    says: 'The time in which this conversation may be answered is over',
  },
  { codes: [368, 131_031], as: 'permission-missing', says: LOCKED },
  {
    codes: [3, 10, [200, 299], 131_005],
    as: 'permission-missing',
    says: 'The access token lacks a permission, or access to this account. Give the system user the account and make the token anew with all permissions',
  },
  { codes: [551], as: 'reply-refused', says: 'This person cannot be reached at the moment' },
  { codes: [100, 33, 803], as: UNASKED, says: 'Meta does not accept the request' },
  { codes: [1, 2, 1200, 131_000, 131_016], as: FAULT, says: 'Meta has a fault of its own' },
];

const refusalSchema = z.looseObject({
  message: z.string().optional().catch(undefined),
  code: z.coerce.number().int().optional().catch(undefined),
  error_subcode: z.coerce.number().int().optional().catch(undefined),
  error_user_msg: z.string().optional().catch(undefined),
  error_data: z
    .looseObject({ details: z.string().optional().catch(undefined) })
    .optional()
    .catch(undefined),
});
export type GraphRefusal = z.infer<typeof refusalSchema>;

/** An answer of Meta other than success, with its numbers for those who must tell more cases apart. */
export class GraphError extends ConnectorError {
  constructor(
    code: ConnectorErrorCode,
    message: string,
    readonly status: number,
    readonly refusal: GraphRefusal,
    until?: Date,
  ) {
    super(code, message, until ? { until } : {});
  }
}

/** The `error` of an answer; empty when it has none that can be read. */
export function readRefusal(body: unknown): GraphRefusal {
  return refusalSchema.safeParse((body as { error?: unknown } | undefined)?.error).data ?? {};
}

/** @param rows the channel's own rows, looked at before {@link GRAPH_ERRORS} */
export function explainRefusal(
  answer: {
    readonly status: number;
    readonly headers: Readonly<Record<string, string | undefined>>;
    readonly refusal: GraphRefusal;
  },
  operation: GraphOperation,
  now: Date,
  rows: readonly GraphErrorRow[] = [],
): GraphError {
  const { status, headers, refusal } = answer;
  const row = [...rows, ...GRAPH_ERRORS].find((candidate) => fits(candidate, refusal)) ?? rowOf(status);
  const code = typeof row.as === 'string' ? row.as : row.as[operation];
  const until =
    code === 'rate-limited'
      ? (regainAccessAt(headers, now) ?? new Date(now.getTime() + (row.waitSeconds ?? 60) * 1000))
      : undefined;
  return new GraphError(code, `${row.says}${detail(row, status, refusal)}`, status, refusal, until);
}

function fits({ codes, subcodes, message }: GraphErrorRow, refusal: GraphRefusal): boolean {
  const { code, error_subcode: subcode } = refusal;
  if (code === undefined) return false;
  const isCode = codes.some((one) =>
    typeof one === 'number' ? one === code : one[0] <= code && code <= one[1],
  );
  return (
    isCode &&
    (subcodes === undefined || (subcode !== undefined && subcodes.includes(subcode))) &&
    (message === undefined || message.test(refusal.message ?? ''))
  );
}

/** An error without a code that we know: the status decides. */
function rowOf(status: number): GraphErrorRow {
  const row = (as: GraphErrorRow['as'], says: string): GraphErrorRow => ({ codes: [], as, says });
  if (status === 401)
    return { ...row('credentials-rejected', 'Meta no longer accepts the access token'), isMute: true };
  if (status === 403) return row(UNASKED, 'Meta does not allow this');
  if (status === 429) return row('rate-limited', 'Meta’s limit of calls is reached');
  if (status >= 500 || status < 400) return row(FAULT, 'Meta has a fault of its own');
  return row(UNASKED, 'Meta refuses the request');
}

function detail({ isMute }: GraphErrorRow, status: number, refusal: GraphRefusal): string {
  const numbers = [refusal.code ?? `status ${status}`, refusal.error_subcode].filter(Boolean).join('/');
  const words = refusal.error_data?.details ?? refusal.error_user_msg ?? refusal.message;
  return isMute || !words ? ` (${numbers})` : ` (${numbers}: ${masked(words).slice(0, 200)})`;
}

/** Long runs of token characters, and numbers that can be a telephone's, are nobody's business. */
function masked(words: string): string {
  return words.replace(/[A-Za-z0-9_-]{40,}/g, '…').replace(/\+?\d[\d -]{8,}\d/g, '…');
}
