import { Injectable, Logger } from '@nestjs/common';
import {
  AuditRepository,
  ContactRepository,
  Database,
  ErasureRequestRepository,
  LegalHoldRepository,
  RetentionRepository,
  type ErasureRequestRow,
} from '@app/database';
import { ErasureFile } from './erasure-file.js';
import { ErasePeopleService } from './erase-people.service.js';

const SYSTEM = { kind: 'system', id: null } as const;

/** Keeps in a file what was erased at people's request, and erases it again in a database that does not know of it. */
@Injectable()
export class KeepErasuresService {
  private readonly logger = new Logger(KeepErasuresService.name);

  constructor(
    private readonly database: Database,
    private readonly requests: ErasureRequestRepository,
    private readonly file: ErasureFile,
    private readonly contacts: ContactRepository,
    private readonly retention: RetentionRepository,
    private readonly holds: LegalHoldRepository,
    private readonly people: ErasePeopleService,
    private readonly audit: AuditRepository,
  ) {}

  /** Safe to run twice and beside another. @throws Error when the file cannot be read */
  async keep(): Promise<void> {
    const [kept, known] = [await this.file.read(), await this.requests.all()];
    const without = (some: readonly ErasureRequestRow[], others: readonly ErasureRequestRow[]) => {
      const ids = new Set(others.map(({ id }) => id));
      return some.filter(({ id }) => !ids.has(id));
    };
    for (const request of without(kept, known)) await this.eraseAgain(request);
    const fresh = without(known, kept);
    if (fresh.length > 0) await this.file.write([...kept, ...fresh]);
  }

  /** What is on hold by now stays, and so does the name of somebody who has written anew: it is tried again. */
  private async eraseAgain(request: ErasureRequestRow): Promise<void> {
    const { id, contactId, reportIds } = request;
    await this.database.transaction(async (tx) => {
      await this.holds.keepOut(tx);
      await this.contacts.lock(tx, [contactId]);
      const left = (await this.retention.reportsOf(tx, contactId)).filter(({ isErased }) => !isErased);
      const asked = left.filter((report) => reportIds.includes(report.id) && !report.isHeld);
      const isDone = request.isNameErased
        ? asked.length === left.length
        : !left.some((report) => reportIds.includes(report.id) && report.isHeld);
      const ids = asked.map((report) => report.id);
      if (isDone && !(await this.requests.insert(tx, request))) return;
      if (ids.length > 0 || isDone) {
        await this.people.eraseRequested(tx, SYSTEM, contactId, ids, isDone && request.isNameErased);
        const data = { erased: ids.length, isNameErased: isDone && request.isNameErased, isAgain: true };
        await this.audit.append(tx, {
          actor: SYSTEM,
          action: 'contact-erased',
          subject: `contact:${contactId}`,
          data,
        });
      }
      if (!isDone)
        this.logger.warn(`Erasure ${id} waits: reports of the contact are on hold, or have come since`);
    });
  }
}
