import type { ReportClass, ReportStatus } from '@app/report-model';
import type { WebhookSignature } from './connector.js';
import type { ParsedEvent, RawEvent } from './raw-event.js';

/** An interface for other programs that Wadah serves itself, below `/<channel code>/<connection id>/`. */
export interface HostedApi<Settings> {
  /** Where programs begin, behind that address: shown to the admin with the connection. */
  readonly startPath: string;
  /**
   * Answers one request; what the caller did wrong is an answer, too.
   * @throws whatever `host` throws: the host then asks for a {@link HostedApi.refusal}
   */
  answer(request: HostedApiRequest, host: HostedApiHost<Settings>): Promise<HostedApiAnswer>;
  /** What a program sends along so that its report is taken: to play recorded ones again. */
  sign?(settings: Settings): WebhookSignature;
  /** In the interface's own form: what the host says by itself (too many requests, too large, out of order). */
  refusal(request: Pick<HostedApiRequest, 'path' | 'headers'>, refusal: HostedApiRefusal): HostedApiAnswer;
}

export interface HostedApiRequest {
  readonly method: 'GET' | 'POST';
  /** The public address of the connection's interface, without a slash at its end. */
  readonly url: string;
  /** Behind `url`, without the slash at its beginning; decoded. */
  readonly path: string;
  readonly query: Readonly<Record<string, string | undefined>>;
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly rawBody: Buffer;
}

export interface HostedApiAnswer {
  readonly status: number;
  /** With its charset. */
  readonly contentType: string;
  readonly body: string;
}

export interface HostedApiRefusal {
  readonly status: 404 | 413 | 429 | 500 | 503;
  readonly reason: string;
}

/** What a hosted interface may ask of Wadah. Only reports of its own connection can be seen. */
export interface HostedApiHost<Settings> {
  readonly settings: Settings;
  /** False while the connection is paused: nothing can be stored. */
  readonly takesReports: boolean;
  now(): Date;
  /** Resolves when the event is on disk; the same event again changes nothing. */
  store(event: Extract<ParsedEvent, { status: 'readable' }>): Promise<void>;
  /**
   * What became of a stored event, after waiting a moment for it.
   * @returns null when there is none; a `ticketCode` of null: not (yet) a report
   */
  ticketOf(kind: string, externalId: string): Promise<{ readonly ticketCode: string | null } | null>;
  reports(filter: PublicReportFilter): Promise<readonly PublicReport[]>;
  /** A text as it may be shown to everybody: numbers and addresses of persons are covered. */
  withoutPersonalData(text: string): string;
}

/** All that is given must be met. */
export interface PublicReportFilter {
  readonly ticketCodes?: readonly string[];
  readonly classes?: readonly ReportClass[];
  readonly statuses?: readonly ReportStatus[];
  readonly receivedFrom?: Date;
  readonly receivedTo?: Date;
  /** The newest of them. */
  readonly limit: number;
}

/** What may be told of a report to whoever asks, and the event that opened it, of which the connector tells what it will. */
export interface PublicReport {
  readonly ticketCode: string;
  readonly class: ReportClass;
  readonly status: ReportStatus;
  readonly receivedAt: Date;
  readonly updatedAt: Date;
  /** When the law wants it done; null where no clock runs. */
  readonly dueAt: Date | null;
  readonly agencyName: string | null;
  /** The latest answer that was given, without personal data. */
  readonly answer: string | null;
  readonly openedBy: RawEvent;
}
