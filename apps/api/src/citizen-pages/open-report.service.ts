import { createHash, timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { TrackingRepository, type TrackedReport } from '@app/database';
import { parseTicketCode } from '@app/report-model';
import type { TrackingKey } from './citizen-cookies.js';

const NOBODYS_SECRET = Buffer.alloc(32);

/** Opens a report for whoever holds both codes. */
@Injectable()
export class OpenReportService {
  constructor(private readonly tracking: TrackingRepository) {}

  /** @returns null for an unknown code as for a wrong secret, after the same work */
  async open({ ticketCode, trackingSecret }: TrackingKey): Promise<TrackedReport | null> {
    const code = parseTicketCode(ticketCode);
    const report = code === null ? null : await this.tracking.report(code);
    const given = createHash('sha256').update(normaliseSecret(trackingSecret)).digest();
    const isRight = timingSafeEqual(given, report?.trackingSecretHash ?? NOBODYS_SECRET);
    return isRight ? report : null;
  }
}

/** As it is typed from a photo or a note: lower case, spaces, without the dash. */
export function normaliseSecret(typed: string): string {
  const compact = typed.toUpperCase().replace(/[^0-9A-Z]/g, '');
  return `${compact.slice(0, 4)}-${compact.slice(4)}`;
}
