import { Injectable } from '@nestjs/common';
import { Database, type Queryable } from '../database.js';

export type VocabularyKind = 'lexicon' | 'place-aliases';

/** By its version everybody sees whether a tenant's words have changed. */
@Injectable()
export class VocabularyRepository {
  constructor(private readonly database: Database) {}

  async versions(on: Queryable = this.database): Promise<ReadonlyMap<VocabularyKind, string>> {
    const rows = await on.query<{ kind: VocabularyKind; version: string }>(
      'select kind, version::text from vocabularies',
    );
    return new Map(rows.map(({ kind, version }) => [kind, version]));
  }

  /** Call it first in a transaction that changes something: one such transaction runs at a time. */
  async begin(tx: Queryable, kind: VocabularyKind): Promise<void> {
    await tx.query('update vocabularies set version = version + 1, updated_at = now() where kind = $1', [
      kind,
    ]);
  }
}
