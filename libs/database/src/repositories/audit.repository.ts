import { Injectable } from '@nestjs/common';
import type { Queryable } from '../database.js';

export interface AuditEntry {
  readonly actor: { readonly kind: 'user' | 'token' | 'system'; readonly id: string | null };
  /** Verb-first, e.g. `user-disabled`. */
  readonly action: string;
  /** `<table>:<id>`, e.g. `user:0198…`. */
  readonly subject: string;
  /** Without secrets. */
  readonly data?: Readonly<Record<string, unknown>>;
}

/** Who changed what and when; rows are only added. */
@Injectable()
export class AuditRepository {
  /** In the transaction of the change itself: no change without its entry. */
  async append(tx: Queryable, entry: AuditEntry): Promise<void> {
    await tx.query(
      'insert into audit_log (actor_kind, actor_id, action, subject, data) values ($1, $2, $3, $4, $5::jsonb)',
      [entry.actor.kind, entry.actor.id, entry.action, entry.subject, JSON.stringify(entry.data ?? {})],
    );
  }
}
