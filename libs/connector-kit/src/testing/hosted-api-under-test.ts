import type { HostedApiHost, HostedApiRequest, PublicReport, PublicReportFilter } from '../hosted-api.js';
import type { ParsedEvent } from '../raw-event.js';
import type { ApiCall } from './connector-contract.js';
import { ticketCode } from '@app/report-model';
import { TEST_NOW } from './test-context.js';

type Stored = Extract<ParsedEvent, { status: 'readable' }>;

export function apiRequest({ method, path, query = {}, headers = {}, body = '' }: ApiCall): HostedApiRequest {
  const url = 'https://wadah.example/channel/1';
  return { url, method, path, query, headers, rawBody: Buffer.from(body) };
}

/** Stands for Wadah behind a hosted interface: keeps what is stored, and has the reports that it was given. */
export class HostedApiUnderTest<Settings> implements HostedApiHost<Settings> {
  readonly stored = new Map<string, Stored>();
  takesReports = true;
  /** The ticket that each stored event becomes; null: it takes a while. */
  ticketCode: string | null = ticketCode(1);
  asked: PublicReportFilter | null = null;
  time = TEST_NOW;

  constructor(
    readonly settings: Settings,
    private readonly known: readonly PublicReport[] = [],
  ) {}

  now(): Date {
    return this.time;
  }

  store(event: Stored): Promise<void> {
    this.stored.set(`${event.kind} ${event.externalId}`, event);
    return Promise.resolve();
  }

  ticketOf(kind: string, externalId: string): Promise<{ ticketCode: string | null } | null> {
    const isStored = this.stored.has(`${kind} ${externalId}`);
    return Promise.resolve(isStored ? { ticketCode: this.ticketCode } : null);
  }

  withoutPersonalData(text: string): string {
    return text.replace(/\d{9,}/g, '[nomor]');
  }

  reports(filter: PublicReportFilter): Promise<readonly PublicReport[]> {
    this.asked = filter;
    const { ticketCodes } = filter;
    return Promise.resolve(
      this.known.filter(({ ticketCode }) => ticketCodes === undefined || ticketCodes.includes(ticketCode)),
    );
  }
}
