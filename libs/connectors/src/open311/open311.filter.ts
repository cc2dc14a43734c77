import type { PublicReportFilter } from '@app/connector-kit';
import { parseTicketCode, REPORT_CLASSES, type ReportClass } from '@app/report-model';
import { OPEN311_STATUSES } from './open311.reports.js';

const DAY_MS = 24 * 3_600_000;
/** The standard's own limits of one answer. */
const MAX_SPAN_MS = 90 * DAY_MS;
const MAX_ROWS = 1_000;
/** With a time zone, or a day as a whole. */
const INSTANT = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2}))?$/;

type Query = Readonly<Record<string, string | undefined>>;

/**
 * What `GET requests` asks for. Ids alone decide where they are given; else the last 90 days, or those of the given
 * span that are the latest.
 * @returns what cannot be understood, instead
 */
export function readFilter(query: Query, now: Date): PublicReportFilter | { readonly problems: string[] } {
  const ids = listOf(query['service_request_id']);
  if (ids.length > 0) {
    return {
      ticketCodes: ids.flatMap((id) => parseTicketCode(id) ?? []).slice(0, MAX_ROWS),
      limit: MAX_ROWS,
    };
  }
  const problems: string[] = [];
  const statuses = listOf(query['status']).flatMap((status) => {
    if (status === 'open' || status === 'closed') return OPEN311_STATUSES[status];
    problems.push('status must be open, closed or both');
    return [];
  });
  const dateOf = (name: string): Date | undefined => {
    const text = query[name]?.trim().replace(/ (\d{2}:?\d{2})$/, '+$1');
    if (text === undefined || text === '') return undefined;
    const date = new Date(text);
    if (INSTANT.test(text) && !Number.isNaN(date.getTime())) return date;
    problems.push(`${name} must be a date with its time zone, for example 2026-11-24T00:00:00Z`);
    return undefined;
  };
  const [start, end] = [dateOf('start_date'), dateOf('end_date')];
  if (problems.length > 0) return { problems };
  return {
    classes: classesOf(listOf(query['service_code'])),
    ...(statuses.length > 0 && { statuses }),
    ...spanOf(start, end, now),
    limit: MAX_ROWS,
  };
}

function spanOf(start: Date | undefined, end: Date | undefined, now: Date) {
  const receivedTo = end ?? (start && new Date(start.getTime() + MAX_SPAN_MS)) ?? now;
  const earliest = new Date(receivedTo.getTime() - MAX_SPAN_MS);
  return { receivedFrom: start && start > earliest ? start : earliest, receivedTo };
}

/** Advertising is on no list. An unknown code matches nothing. */
function classesOf(codes: readonly string[]): ReportClass[] {
  return REPORT_CLASSES.filter((name) => name !== 'spam' && (codes.length === 0 || codes.includes(name)));
}

function listOf(text: string | undefined): string[] {
  return (text ?? '').split(',').flatMap((part) => part.trim() || []);
}
