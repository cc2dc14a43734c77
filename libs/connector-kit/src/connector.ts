import type { ConversationKind, NormalisedEvent } from '@app/report-model';
import type { z } from 'zod';
import type { ConnectorContext } from './context.js';
import type { DetailSource } from './details.js';
import type { ConnectorExample } from './example.js';
import type { HostedApi } from './hosted-api.js';
import type { HostedForm } from './hosted-form.js';
import type { MediaSource } from './media.js';
import type { RawEvent, ParsedEvent } from './raw-event.js';
import type { RecordedFile, ReplayStep } from './replay.js';
import type { SessionSource } from './session.js';
import type { Succession } from './succession.js';
import type { VerifiedWebhookRequest, WebhookRequest, WebhookVerdict } from './webhook.js';

/**
 * One channel. Capabilities are properties: having one is declaring it. The host parses stored settings with
 * `descriptor.settingsSchema` before every call, so `Settings` can be trusted inside.
 */
export interface Connector<Settings = unknown> {
  readonly descriptor: ConnectorDescriptor<Settings>;
  readonly pull?: PullSource<Settings>;
  readonly webhook?: WebhookSource<Settings>;
  readonly session?: SessionSource<Settings>;
  readonly backfill?: BackfillSource<Settings>;
  readonly form?: HostedForm<Settings>;
  readonly api?: HostedApi<Settings>;
  readonly replies?: ReplySender<Settings>;
  readonly media?: MediaSource<Settings>;
  readonly details?: DetailSource<Settings>;
  readonly example: ConnectorExample;
  /**
   * How a recorded file is played again, see `wadah replay`. Absent: it is one delivery to the webhook, as it is. Pure.
   */
  replay?(file: RecordedFile): readonly ReplayStep[] | Promise<readonly ReplayStep[]>;

  /**
   * Pure: no clock, no network, no settings. The same event always gives the same result.
   * @throws ConnectorError `payload-unrecognised` when the payload cannot be read: the event is quarantined alone.
   */
  normalise(event: RawEvent): NormalisedEvent;

  /** Asks the platform whether the connection works. Never throws: every failure is a state with a reason. */
  health(context: ConnectorContext<Settings>): Promise<ConnectorHealth>;
}

export interface ConnectorDescriptor<Settings> {
  /** `telegram`, `x`, `web-form` ... also the folder's name. */
  readonly code: string;
  readonly displayName: { readonly id: string; readonly en: string };
  /** Drawn as the admin's form; see {@link settingField} for labels, help and secrets. */
  readonly settingsSchema: z.ZodObject & z.ZodType<Settings>;
  /** Whether one platform account is the same person on every connection of this channel. */
  readonly identityScope: 'channel' | 'connection';
  /** What using it costs, in one sentence; absent when free. */
  readonly costNote?: { readonly id: string; readonly en: string };
  /** Names of the items that it meters with `context.usage`; an item without one shows its code. */
  readonly usageNames?: Readonly<Record<string, { readonly id: string; readonly en: string }>>;
  /** What may go wrong with the account, said before an admin connects it and on the connection's card. */
  readonly riskNote?: { readonly id: string; readonly en: string };
  /** Channels whose conversations a connection of this one can go on with. */
  readonly succeeds?: readonly Succession[];
  /** Admins cannot add one by hand: files are imported from the command line. */
  readonly isHiddenFromAdmins?: boolean;
}

export interface PullSource<Settings> {
  /**
   * For how long the platform keeps what was not fetched, in milliseconds. Absent: as long as the cursor is accepted.
   */
  readonly keepsMs?: number | null;
  /** False: this connection receives by webhook, nothing is fetched. */
  isEnabled(settings: Settings): boolean;
  /** Pause after a page with `hasMore: false`, in milliseconds; 0 where the platform itself waits (long polling). */
  pauseMs(settings: Settings): number;
  /** `cursor` is ours to store and the connector's to understand; `null` means from the start. */
  fetchPage(cursor: string | null, context: ConnectorContext<Settings>): Promise<PullPage>;
}

export interface PullPage {
  readonly events: readonly ParsedEvent[];
  /** Stored in the transaction that stores `events`, never before. `null`: leave the stored cursor as it is. */
  readonly nextCursor: string | null;
  readonly hasMore: boolean;
  /** A span that the platform has left out between the cursor and this page: shown as a gap, and filled if it can be. */
  readonly missed?: { readonly from: Date; readonly to: Date };
}

/** Fetches what was missed while nobody listened: after a stop, a broken session, a webhook that was switched off. */
export interface BackfillSource<Settings> {
  /** How far back the platform gives anything, in milliseconds; `null`: without limit. */
  readonly reachMs: number | null;
  /** Events between `from` and `to`; those that are known already do no harm. `cursor` is null on the first page. */
  fetchPage(
    span: { readonly from: Date; readonly to: Date },
    cursor: string | null,
    context: ConnectorContext<Settings>,
  ): Promise<PullPage>;
}

export interface WebhookSource<Settings> {
  /**
   * For how long the platform tries again to deliver what we did not take, in milliseconds: a shorter absence is no
   * gap. `null`: without limit. Absent: what is not taken at once is lost.
   */
  readonly keepsMs?: number | null;
  isEnabled(settings: Settings): boolean;
  /**
   * The platform takes any answer for "delivered" and comes once: what cannot be stored in the database is kept in
   * a file until it can, and only when that fails too is the connection cut without an answer.
   */
  readonly isNeverRetried?: boolean;
  /** Looks at headers, query and raw bytes only, in constant time where a secret is compared. */
  verify(request: WebhookRequest, context: ConnectorContext<Settings>): WebhookVerdict;
  /**
   * Takes only what `verify` has passed: the compiler keeps the order. Every entry of a batch is an event of its
   * own; an entry that cannot be read becomes an `unreadable` item and its neighbours go on.
   */
  parse(request: VerifiedWebhookRequest): readonly ParsedEvent[];
  /** What the platform sends along with these bytes so that `verify` accepts them: to play recorded payloads again. */
  sign?(rawBody: Buffer, settings: Settings, now: Date): WebhookSignature;
  /** Tells the platform where to deliver; called when the connection is saved or resumed. */
  register?(url: string, context: ConnectorContext<Settings>): Promise<void>;
  /** Takes the registration back; called when it is paused, removed or switched to pull. */
  unregister?(context: ConnectorContext<Settings>): Promise<void>;
}

export interface WebhookSignature {
  readonly headers?: Readonly<Record<string, string>>;
  /** Added to the address. */
  readonly query?: Readonly<Record<string, string>>;
}

/** How long a text may be. */
export interface TextLimit {
  /** In the platform's own units, see `countLength`. */
  readonly maxTextLength: number;
  /** How screens count while typing. */
  readonly lengthUnit: LengthUnit;
  /** The text's length as the platform counts it (X weighs links and CJK, Telegram counts UTF-16 units). */
  countLength(text: string): number;
}

export interface ReplySender<Settings> extends TextLimit {
  /** Of private answers, where it is another one. */
  readonly privateLimit?: TextLimit;
  /** False: a retry after an unknown outcome may post twice, so a person must decide. */
  readonly isIdempotent: boolean;
  /** Answers leave through the open session: the host sends them in the worker that holds it. */
  readonly needsSession?: boolean;
  /** What files may go along; absent: text only. */
  readonly files?: ReplyFileLimits;
  /** Buttons below an answer; the one that is pressed comes back as the citizen's message. Absent: none. */
  readonly choices?: ReplyChoiceLimits;
  /** Texts that the platform has approved, for conversations in which free text is not allowed (any more). */
  readonly templates?: { list(context: ConnectorContext<Settings>): Promise<readonly ReplyTemplate[]> };
  /** What sending this text costs; absent: nothing. */
  cost?(text: string, settings: Settings): { readonly parts: number; readonly rupiah: number };
  /** Asks the platform whether an answer with unknown outcome arrived; absent: only a person can tell. */
  check?(
    reply: OutboundReply & { readonly attemptedAt: Date },
    context: ConnectorContext<Settings>,
  ): Promise<SentReply | 'not-sent' | 'unknown'>;
  /** Whether this conversation can be answered now, and until when. */
  availability(target: ReplyTarget, now: Date): ReplyAvailability;
  /** @throws ConnectorError; `outcome-unknown` when the platform may have it. */
  send(reply: OutboundReply, context: ConnectorContext<Settings>): Promise<SentReply>;
}

/** `weighted` is X's rule; `utf8` counts bytes. */
export type LengthUnit = 'utf16' | 'weighted' | 'utf8';

export interface ReplyFileLimits {
  readonly maxCount: number;
  readonly maxBytes: number;
  /** `image/jpeg`, or `image/*`. */
  readonly mimeTypes: readonly string[];
}

export interface ReplyChoiceLimits {
  readonly maxCount: number;
  /** Of each, in bytes of UTF-8. */
  readonly maxBytes: number;
}

export interface ReplyTemplate {
  readonly name: string;
  readonly language: string;
  /** With `{{1}}`, `{{2}}` ... for the parameters. */
  readonly text: string;
  readonly parameterCount: number;
  /** Rupiah for one message. */
  readonly costRupiah?: number;
}

/** `public` where others can read it, `private` as a direct message. */
export type ReplyMode = 'public' | 'private';

export interface OutboundFile {
  readonly fileName: string;
  readonly mimeType: string;
  readonly body: Buffer;
}

export interface ReplyTarget {
  readonly conversation: {
    readonly externalId: string;
    readonly kind: ConversationKind;
    readonly title?: string;
    /** When a citizen last wrote in it, in whichever report: platforms count their windows from there. */
    readonly lastInboundAt?: Date;
  };
  /** The citizen's latest message in the report. */
  readonly inReplyTo: {
    readonly externalId: string;
    readonly sentAt: Date;
    /** A private answer to it has gone out, or is about to. */
    readonly isAnsweredPrivately?: boolean;
  };
  readonly recipient: { readonly externalId: string; readonly handle?: string };
}

export type ReplyAvailability =
  | {
      readonly isAllowed: true;
      readonly until?: Date;
      readonly isPublic: boolean;
      /** Ways to choose from, the usual one first; absent: only the one that `isPublic` tells. */
      readonly modes?: readonly ReplyMode[];
      /** Free text is not allowed: only one of `templates`. */
      readonly needsTemplate?: boolean;
    }
  | {
      readonly isAllowed: false;
      readonly reason: { readonly id: string; readonly en: string };
      /** Where an officer can answer by hand instead. */
      readonly handOffUrl?: string;
    };

export interface OutboundReply extends ReplyTarget {
  readonly text: string;
  /** Of the report, for platforms where an answer can carry it. */
  readonly ticketCode?: string;
  /** The same for every attempt of one reply. */
  readonly idempotencyKey: string;
  /** One of the `modes` that were offered; absent: the usual one. */
  readonly mode?: ReplyMode;
  readonly files?: readonly OutboundFile[];
  /** Words of the buttons below it, in their order. */
  readonly choices?: readonly string[];
  /** Instead of free text; `text` is what it reads like. */
  readonly template?: {
    readonly name: string;
    readonly language: string;
    readonly parameters: readonly string[];
  };
}

export interface SentReply {
  readonly externalId: string;
  /** Of the other messages, where the platform made several of one answer (a text and its files). */
  readonly furtherExternalIds?: readonly string[];
  /** `delivered` where being accepted is being there (the tracking page). */
  readonly status: 'sent' | 'delivered';
  readonly permalink?: string;
}

export type ConnectorHealth =
  | {
      readonly status: 'healthy';
      readonly account?: string;
      /** Worth knowing although all is well. */
      readonly reason?: string;
    }
  | { readonly status: 'degraded'; readonly reason: string }
  | { readonly status: 'needs-reauthorisation'; readonly reason: string }
  | { readonly status: 'unreachable'; readonly reason: string };
