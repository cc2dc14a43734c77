import { Injectable } from '@nestjs/common';
import type { Contact, ContactSummary } from '@app/api-contract';
import {
  ContactRepository,
  Database,
  type ContactHead,
  type ContactIdentityRow,
  type LatestReport,
} from '@app/database';
import { maskPersonalData } from '@app/triage';
import { ProblemError } from '../http/problem.js';
import { maskEmail, maskPhone } from '../reports/mask-address.js';

const FOUND = 20;

/** Contacts as the contract has them: numbers and addresses masked. */
@Injectable()
export class DescribeContactService {
  constructor(
    private readonly database: Database,
    private readonly contacts: ContactRepository,
  ) {}

  /** @throws ProblemError `not-found` */
  async one(id: string): Promise<Contact> {
    const contact = await this.contacts.byId(this.database, id);
    if (!contact) throw new ProblemError('not-found');
    const [identities, latest, merges] = await Promise.all([
      this.contacts.identities(this.database, [id]),
      this.contacts.latestReports([id]),
      this.contacts.merges(id),
    ]);
    return {
      ...summaryOf(contact, identities, latest),
      merges: merges.map((merge) => ({
        id: merge.id,
        mergedName: merge.mergedName,
        mergedBy: merge.mergedBy,
        mergedAt: merge.mergedAt.toISOString(),
        reason: merge.reason,
      })),
    };
  }

  async search(words: string, exceptId: string): Promise<ContactSummary[]> {
    const found = await this.contacts.search(words, exceptId, FOUND);
    const ids = found.map(({ id }) => id);
    const [identities, latest] = await Promise.all([
      this.contacts.identities(this.database, ids),
      this.contacts.latestReports(ids),
    ]);
    return found.map((contact) => summaryOf(contact, identities, latest));
  }
}

function summaryOf(
  contact: ContactHead,
  identities: readonly ContactIdentityRow[],
  latest: ReadonlyMap<string, LatestReport>,
): ContactSummary {
  const report = latest.get(contact.id);
  return {
    id: contact.id,
    displayName: contact.displayName,
    identities: identities
      .filter(({ contactId }) => contactId === contact.id)
      .map(({ id, channel, displayName, handle, phone, email }) => ({
        ...{ id, channel, displayName, handle },
        phone: phone && maskPhone(phone),
        email: email && maskEmail(email),
      })),
    latestReport: report
      ? {
          ticketCode: report.ticketCode,
          excerpt: maskPersonalData(report.excerpt),
          lastMessageAt: report.lastMessageAt.toISOString(),
        }
      : null,
  };
}
