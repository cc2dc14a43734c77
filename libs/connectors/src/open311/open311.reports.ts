import type { HostedApiHost, PublicReport } from '@app/connector-kit';
import { OPEN_STATUSES, REPORT_STATUSES, type ReportStatus } from '@app/report-model';
import { readPayload } from './open311.normalise.js';
import type { Open311Settings } from './open311.settings.js';
import { serviceOfClass } from './open311.services.js';

/** The standard knows two. */
export const OPEN311_STATUSES: Readonly<Record<'open' | 'closed', readonly ReportStatus[]>> = {
  open: OPEN_STATUSES,
  closed: REPORT_STATUSES.filter((status) => !OPEN_STATUSES.includes(status)),
};

/** What it means for the citizen while, or although, nobody has written an answer. */
const NOTES: Readonly<Record<ReportStatus, string>> = {
  new: 'Menunggu dibaca petugas.',
  verified: 'Masuk daftar kerja, menunggu ditindaklanjuti.',
  'in-progress': 'Sedang ditangani.',
  'on-hold': 'Menunggu keterangan pelapor.',
  'not-our-authority': 'Bukan wewenang kami.',
  closed: 'Selesai.',
  archived: 'Diarsipkan.',
};

/**
 * A report as everybody may see it: of its reporter nothing, of its text and picture only what the admin allows, and
 * no number or address of a person in either.
 */
export function publicRequest(
  report: PublicReport,
  host: Pick<HostedApiHost<Open311Settings>, 'settings' | 'withoutPersonalData'>,
): Readonly<Record<string, unknown>> {
  const { organisation, showsTexts } = host.settings;
  const { description, lat, long, address_string, address_id, media_url } = readPayload(report.openedBy);
  const { service_code, service_name } = serviceOfClass(report.class);
  return {
    service_request_id: report.ticketCode,
    status: OPEN_STATUSES.includes(report.status) ? 'open' : 'closed',
    status_notes: report.answer ?? NOTES[report.status],
    service_name,
    service_code,
    description: showsTexts ? host.withoutPersonalData(description) : null,
    agency_responsible: report.agencyName ?? organisation,
    service_notice: null,
    requested_datetime: w3c(report.receivedAt),
    updated_datetime: w3c(report.updatedAt),
    expected_datetime: report.dueAt && w3c(report.dueAt),
    address: address_string ?? null,
    address_id: address_id ?? null,
    zipcode: null,
    lat: lat ?? null,
    long: long ?? null,
    media_url: showsTexts ? (media_url ?? null) : null,
  };
}

/** `2026-11-24T02:00:00Z` */
export function w3c(instant: Date): string {
  return instant.toISOString().replace(/\.\d+Z$/, 'Z');
}
