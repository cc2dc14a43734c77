import { Injectable } from '@nestjs/common';
import { LexiconRepository, VocabularyRepository, type Queryable } from '@app/database';
import { mergeLexicon, SHIPPED_LEXICON, type Lexicon } from '@app/triage';

export interface Vocabulary {
  /** The tenant's own spellings on top of those that ship; the same object until one changes. */
  readonly lexicon: Lexicon;
}

/**
 * A tenant's words as they are now. Each question asks for the version only: words are read again where it has changed, so
 * that every process takes a change up with its next batch.
 */
@Injectable()
export class ReadVocabularyService {
  private kept: { readonly version: string; readonly lexicon: Lexicon } | null = null;

  constructor(
    private readonly versions: VocabularyRepository,
    private readonly entries: LexiconRepository,
  ) {}

  async current(on?: Queryable): Promise<Vocabulary> {
    const versions = await this.versions.versions(on);
    const version = versions.get('lexicon') ?? '0';
    if (this.kept?.version !== version) {
      this.kept = { version, lexicon: tenantLexicon(await this.entries.active(on)) };
    }
    return { lexicon: this.kept.lexicon };
  }
}

function tenantLexicon(
  entries: readonly { readonly spelling: string; readonly words: readonly string[] }[],
): Lexicon {
  if (entries.length === 0) return SHIPPED_LEXICON;
  return mergeLexicon(SHIPPED_LEXICON, new Map(entries.map(({ spelling, words }) => [spelling, words])));
}
