import { Injectable } from '@nestjs/common';
import type { Contact, ContactSummary } from '@app/api-contract';
import { ContactRepository, Database, type ContactHead, type ContactIdentityRow } from '@app/database';
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
    const [identities, merges] = await Promise.all([
      this.contacts.identities(this.database, [id]),
      this.contacts.merges(id),
    ]);
    return {
      ...summaryOf(contact, identities),
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
    const identities = await this.contacts.identities(
      this.database,
      found.map(({ id }) => id),
    );
    return found.map((contact) => summaryOf(contact, identities));
  }
}

function summaryOf(contact: ContactHead, identities: readonly ContactIdentityRow[]): ContactSummary {
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
  };
}
