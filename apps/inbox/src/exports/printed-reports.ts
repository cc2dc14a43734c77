import type { ReportSummary } from '@app/api-contract';
import { callApi } from '../api/call-api.js';
import { filterFrom, parametersOf } from '../reports/report-filter.js';

/** Rows on paper at most: about forty pages. */
export const MOST_PRINTED = 1_000;
const PAGE = 100;

/** What the list of an address finds, or of it those with these ids. */
export async function printedReports(
  search: URLSearchParams,
  ids: readonly string[],
  signal: AbortSignal,
): Promise<{ reports: ReportSummary[]; isCut: boolean }> {
  const filter = filterFrom(search);
  if (ids.length === 0) return everyPage(parametersOf(filter), signal);
  const reports: ReportSummary[] = [];
  for (let at = 0; at < ids.length; at += PAGE) {
    const query = new URLSearchParams({ order: filter.order });
    for (const id of ids.slice(at, at + PAGE)) query.append('id', id);
    reports.push(...(await everyPage(query, signal)).reports);
  }
  return { reports, isCut: false };
}

async function everyPage(query: URLSearchParams, signal: AbortSignal) {
  query.set('limit', String(PAGE));
  const reports: ReportSummary[] = [];
  for (;;) {
    const page = await callApi('listReports', { query, signal });
    reports.push(...page.items);
    if (page.nextCursor === null) return { reports, isCut: false };
    if (reports.length >= MOST_PRINTED) return { reports, isCut: true };
    query.set('cursor', page.nextCursor);
  }
}
