import { Injectable } from '@nestjs/common';
import {
  Database,
  LexiconRepository,
  PlaceAliasRepository,
  VocabularyRepository,
  type Queryable,
  type VocabularyKind,
  type VocabularyVersions,
} from '@app/database';
import { mergeLexicon, SHIPPED_LEXICON, type Lexicon, type PlaceAlias } from '@app/triage';

/** The same objects until one changes. */
export interface Vocabulary {
  /** The tenant's own spellings on top of those that ship. */
  readonly lexicon: Lexicon;
  /** The tenant's own names for places, which go on top of those that ship. */
  readonly aliases: readonly PlaceAlias[];
  readonly versions: VocabularyVersions;
}

interface Kept<Value> {
  readonly version: string;
  readonly value: Value;
}

/**
 * A tenant's words as they are now. Each question asks for the versions only, in a transaction once: words are read again
 * where they have changed, so that every process takes a change up with its next batch.
 */
@Injectable()
export class ReadVocabularyService {
  private lexicon: Kept<Lexicon> | null = null;
  private aliases: Kept<readonly PlaceAlias[]> | null = null;
  private readonly asked = new WeakMap<Queryable, Promise<Vocabulary>>();

  constructor(
    private readonly versions: VocabularyRepository,
    private readonly entries: LexiconRepository,
    private readonly names: PlaceAliasRepository,
  ) {}

  async current(on?: Queryable): Promise<Vocabulary> {
    if (!on || on instanceof Database) return this.read(on);
    const answer = this.asked.get(on) ?? this.read(on);
    this.asked.set(on, answer);
    return answer;
  }

  private async read(on?: Queryable): Promise<Vocabulary> {
    const versions = await this.versions.versions(on);
    const versionOf = (kind: VocabularyKind) => versions.get(kind) ?? '0';
    this.lexicon = await kept(this.lexicon, versionOf('lexicon'), async () =>
      tenantLexicon(await this.entries.active(on)),
    );
    this.aliases = await kept(this.aliases, versionOf('place-aliases'), () => this.names.active(on));
    return {
      lexicon: this.lexicon.value,
      aliases: this.aliases.value,
      versions: { lexicon: Number(this.lexicon.version), placeNames: Number(this.aliases.version) },
    };
  }
}

async function kept<Value>(
  known: Kept<Value> | null,
  version: string,
  read: () => Promise<Value>,
): Promise<Kept<Value>> {
  return known?.version === version ? known : { version, value: await read() };
}

function tenantLexicon(
  entries: readonly { readonly spelling: string; readonly words: readonly string[] }[],
): Lexicon {
  if (entries.length === 0) return SHIPPED_LEXICON;
  return mergeLexicon(SHIPPED_LEXICON, new Map(entries.map(({ spelling, words }) => [spelling, words])));
}
