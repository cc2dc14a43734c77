import type { InboundAttachment, NormalisedEvent } from '@app/report-model';
import type { Connector, ConnectorHealth, OutboundReply, PullPage } from '../connector.js';
import type { ConnectorContext } from '../context.js';
import type { ConnectorErrorCode } from '../errors.js';
import type { HostedApiRequest } from '../hosted-api.js';
import type { HostedFormAddition } from '../hosted-form.js';
import type { RawEvent } from '../raw-event.js';
import type { WebhookRequest } from '../webhook.js';
import type { Script, ScriptedServer } from './scripted-server.js';

/** What goes wrong on the way to a platform, or there. */
export const FAILURES = [
  'unauthorised',
  'forbidden',
  'rate-limited',
  'server-error',
  'time-out',
  'refused-connection',
] as const;
export type Failure = (typeof FAILURES)[number];

/** What the suite needs to know about one connector. A part may be absent only when the capability is. */
export interface ConnectorContract<Settings> {
  readonly connector: Connector<Settings>;
  /** Complete settings as an admin would enter them, for a platform that answers at `origin`. */
  settings(origin: string): Readonly<Record<string, unknown>>;
  /** Names of the settings that must never be shown. */
  readonly secrets: readonly string[];
  /** A platform that speaks something else than HTTP; `origin` is where `settings` lead. */
  readonly platform?: () => Promise<ScriptedServer>;
  /** Changes to the context of every call, e.g. a clock. */
  readonly context?: (origin: string) => Partial<ConnectorContext<Settings>>;
  readonly recordings: Readonly<Record<string, Recording>>;
  /** Events of a kind or shape that the connector does not know: each must be quarantined. At least one. */
  readonly unrecognised: Readonly<Record<string, EventUnderTest>>;
  readonly webhook?: WebhookContract;
  readonly pull?: PullContract;
  readonly form?: FormContract;
  readonly api?: ApiContract;
  readonly replies?: ReplyContract;
  readonly media?: MediaContract;
  readonly details?: DetailsContract;
  readonly session?: SessionContract;
  readonly backfill?: BackfillContract;
  /** Absent: no platform stands behind this channel; it is always healthy, its replies always arrive. */
  readonly health?: HealthContract;
  /** The platform's own words for each failure; a bare status where absent. */
  readonly failureAnswers?: Partial<
    Record<'unauthorised' | 'forbidden' | 'rate-limited' | 'server-error', Script>
  >;
}

/** A raw event; received at `TEST_NOW` unless it says otherwise. */
export type EventUnderTest = Omit<RawEvent, 'receivedAt'> & { readonly receivedAt?: Date };

export interface Recording {
  readonly event: EventUnderTest;
  readonly expected: NormalisedEvent;
}

/** External ids in order; `null` stands for an unreadable item. */
export type ExpectedIds = readonly (string | null)[];

export interface WebhookContract {
  /** Settings that switch the webhook on, when `settings` do not. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** The request that the platform would make with these bytes, signature and all. */
  genuine(rawBody: Buffer): WebhookRequest;
  /** Requests that must be rejected, by what is wrong with them. */
  readonly forgeries: Readonly<Record<string, (rawBody: Buffer) => WebhookRequest>>;
  readonly deliveries: Readonly<
    Record<string, { readonly body: unknown; readonly externalIds: ExpectedIds }>
  >;
  /** Three events or more, one in the middle unreadable. Absent only where a delivery cannot hold several. */
  readonly batchWithUnreadable?: { readonly body: unknown; readonly externalIds: ExpectedIds };
  readonly challenges?: Readonly<
    Record<string, { readonly request: WebhookRequest; readonly answer: string | RegExp }>
  >;
  /** Bytes that cannot be read at all; cut-off JSON unless given. */
  readonly unreadableBody?: Buffer;
}

export interface PullContract {
  /** Settings that switch pulling on, when `settings` do not. */
  readonly settings?: Readonly<Record<string, unknown>>;
  readonly cursor: string | null;
  readonly page: {
    readonly answers: Script;
    readonly externalIds: ExpectedIds;
    readonly nextCursor: PullPage['nextCursor'];
    readonly hasMore: boolean;
  };
  /** What the platform says when there is nothing new: the cursor must stay. */
  readonly emptyPage: Script;
  readonly pageWithUnreadable?: { readonly answers: Script; readonly externalIds: ExpectedIds };
  /** Where this platform differs from {@link PULL_FAILURE_CODES}. */
  readonly failures?: Partial<Record<Failure, ConnectorErrorCode>>;
  readonly furtherFailures?: Readonly<
    Record<string, { readonly answers: Script; readonly code: ConnectorErrorCode }>
  >;
}

export interface BackfillContract {
  /** Settings that it needs, when `settings` do not have them. */
  readonly settings?: Readonly<Record<string, unknown>>;
  readonly span: { readonly from: Date; readonly to: Date };
  readonly page: {
    readonly answers: Script;
    readonly externalIds: ExpectedIds;
    readonly nextCursor: PullPage['nextCursor'];
    readonly hasMore: boolean;
  };
  /** Where this platform differs from {@link PULL_FAILURE_CODES}. */
  readonly failures?: Partial<Record<Failure, ConnectorErrorCode>>;
}

/** One of `scripted` and `peer` at least, both where it can be. */
export interface SessionContract {
  /** Settings that switch the session on, when `settings` do not. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** Against the suite's scripted platform. */
  readonly scripted?: {
    /** What the platform answers while the session opens and stays open. */
    readonly open: Script;
    /** Where this platform differs from {@link PULL_FAILURE_CODES}. */
    readonly failures?: Partial<Record<Failure, ConnectorErrorCode>>;
  };
  /**
   * Against a real peer: a server, a page in a browser, another library.
   * @returns null, after saying so, when it is not installed on this machine: the part is skipped then
   */
  readonly peer?: () => Promise<SessionPeer | null>;
}

export interface SessionPeer {
  /** Settings that lead to it. */
  readonly settings: Readonly<Record<string, unknown>>;
  /** Lets one event come in. @returns its external id */
  produce(): Promise<string>;
  /** Breaks the open session from the other side. */
  break(): Promise<void>;
  stop(): Promise<void>;
}

export interface FormContract {
  /** All that the page sends when a citizen has filled it in rightly. */
  readonly fields: Readonly<Record<string, string>>;
  /** Those of `fields` in which anything may be written. */
  readonly freeText: readonly string[];
  /** What a citizen may do wrong: changes to `fields`, and the fields that are named for it. */
  readonly mistakes: Readonly<
    Record<string, { readonly fields: Readonly<Record<string, string>>; readonly wrong: readonly string[] }>
  >;
  readonly addition: HostedFormAddition;
}

export interface ApiContract {
  /** What a program sends to open a report. */
  readonly submission: ApiCall;
  /** What must store nothing, by what is wrong with it, and how it is answered. */
  readonly mistakes: Readonly<Record<string, { readonly call: ApiCall; readonly status: number }>>;
  /** What must be answered with 200, without anything being stored. */
  readonly readings: Readonly<Record<string, ApiCall>>;
}

export type ApiCall = Pick<HostedApiRequest, 'method' | 'path'> &
  Partial<Pick<HostedApiRequest, 'query' | 'headers'>> & { readonly body?: string };

export interface ReplyContract {
  readonly reply: OutboundReply;
  /** What a connection that is cut means, where the first step of sending may be repeated; else `outcome-unknown`. */
  readonly cut?: ConnectorErrorCode;
  readonly accepted: { readonly answers: Script; readonly externalId: string };
  /** Where this platform differs from {@link replyFailureCodes}. */
  readonly failures?: Partial<Record<Failure, ConnectorErrorCode>>;
  readonly furtherFailures?: Readonly<
    Record<string, { readonly answers: Script; readonly code: ConnectorErrorCode }>
  >;
}

export interface MediaContract {
  readonly attachment: InboundAttachment;
  readonly messageExternalId: string;
  /** The event that brought it, where fetching needs it. */
  readonly event?: EventUnderTest;
  readonly file: { readonly answers: Script; readonly body: Buffer };
  readonly gone: Script;
  /** Files lie in the stored event and nobody is asked: the event of one that is gone, instead of `gone`. */
  readonly goneEvent?: EventUnderTest;
  /** Where this platform differs from {@link PULL_FAILURE_CODES}. */
  readonly failures?: Partial<Record<Failure, ConnectorErrorCode>>;
}

export interface DetailsContract {
  /** One about which the platform must be asked. */
  readonly event: EventUnderTest;
  readonly answers: Script;
  /** What the fetched events mean, in their order. */
  readonly expected: readonly NormalisedEvent[];
  readonly gone: Script;
  /** Where this platform differs from {@link PULL_FAILURE_CODES}. */
  readonly failures?: Partial<Record<Failure, ConnectorErrorCode>>;
}

export interface HealthContract {
  readonly healthy: { readonly answers: Script; readonly account?: string };
  /** Where this platform differs from {@link HEALTH_FAILURE_STATES}. */
  readonly failures?: Partial<Record<Failure, ConnectorHealth['status']>>;
  readonly furtherStates?: Readonly<
    Record<
      string,
      { readonly answers: Script; readonly status: ConnectorHealth['status']; readonly reason?: RegExp }
    >
  >;
}

export const PULL_FAILURE_CODES: Readonly<Record<Failure, ConnectorErrorCode>> = {
  unauthorised: 'credentials-rejected',
  forbidden: 'permission-missing',
  'rate-limited': 'rate-limited',
  'server-error': 'transient',
  'time-out': 'transient',
  'refused-connection': 'transient',
};

/** A server that fails or falls silent after taking a reply may have sent it: only a repeatable one is tried again. */
export function replyFailureCodes(isIdempotent: boolean): Readonly<Record<Failure, ConnectorErrorCode>> {
  return {
    unauthorised: 'credentials-rejected',
    forbidden: 'reply-refused',
    'rate-limited': 'rate-limited',
    'server-error': isIdempotent ? 'transient' : 'outcome-unknown',
    'time-out': isIdempotent ? 'transient' : 'outcome-unknown',
    'refused-connection': 'transient',
  };
}

export const HEALTH_FAILURE_STATES: Readonly<Record<Failure, ConnectorHealth['status']>> = {
  unauthorised: 'needs-reauthorisation',
  forbidden: 'needs-reauthorisation',
  'rate-limited': 'degraded',
  'server-error': 'unreachable',
  'time-out': 'unreachable',
  'refused-connection': 'unreachable',
};
