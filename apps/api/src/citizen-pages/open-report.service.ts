import { createHash, timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { TrackingRepository, type TrackedReport } from '@app/database';
import { parseTicketCode } from '@app/report-model';
import type { FastifyRequest } from 'fastify';
import { ApiConfig } from '../api.config.js';
import { trackedTicketOf } from './citizen-cookies.js';

const NOBODYS_SECRET = Buffer.alloc(32);

/** Opens a report for whoever holds both codes. */
@Injectable()
export class OpenReportService {
  constructor(
    private readonly tracking: TrackingRepository,
    private readonly config: ApiConfig,
  ) {}

  /** @returns null for an unknown code as for a wrong secret, after the same work */
  async open(ticketCode: string, trackingSecret: string): Promise<TrackedReport | null> {
    const code = parseTicketCode(ticketCode);
    const report = code === null ? null : await this.tracking.report(code);
    const given = createHash('sha256').update(normaliseSecret(trackingSecret)).digest();
    const isRight = timingSafeEqual(given, report?.trackingSecretHash ?? NOBODYS_SECRET);
    return isRight ? report : null;
  }

  /** The report that this browser has opened and not closed since. */
  async opened(request: FastifyRequest): Promise<TrackedReport | null> {
    const code = trackedTicketOf(request, this.config);
    return code === null ? null : this.tracking.report(code);
  }
}

/** As it is typed from a photo or a note: lower case, spaces, without the dash. */
function normaliseSecret(typed: string): string {
  const compact = typed.toUpperCase().replace(/[^0-9A-Z]/g, '');
  return `${compact.slice(0, 4)}-${compact.slice(4)}`;
}
