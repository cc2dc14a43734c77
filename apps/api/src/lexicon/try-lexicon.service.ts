import { Injectable } from '@nestjs/common';
import type { LexiconTrial } from '@app/api-contract';
import { ClassifyReportsService } from '@app/learning';
import { ReadTaxonomyService } from '@app/taxonomy';
import { createTokenizer } from '@app/triage';
import {
  ManageLexiconService,
  ReadVocabularyService,
  type TypedEntry,
  type Vocabulary,
} from '@app/vocabulary';

/** How a text is read, with the words in force and with a draft. Nothing is kept. */
@Injectable()
export class TryLexiconService {
  constructor(
    private readonly vocabulary: ReadVocabularyService,
    private readonly entries: ManageLexiconService,
    private readonly classifiers: ClassifyReportsService,
    private readonly taxonomies: ReadTaxonomyService,
  ) {}

  /** @throws VocabularyError when the draft cannot be taken */
  async try(
    text: string,
    draft: (TypedEntry & { readonly id: string | null }) | null,
  ): Promise<LexiconTrial> {
    const now = await this.vocabulary.current();
    const drafted = draft && (await this.entries.draft(draft, draft.id));
    return {
      now: await this.read(text, now),
      then: drafted && (await this.read(text, { ...now, lexicon: drafted })),
    };
  }

  private async read(text: string, words: Vocabulary): Promise<LexiconTrial['now']> {
    const classifier = await this.classifiers.trial(words.lexicon);
    const taxonomy = await this.taxonomies.taxonomy();
    const { label, confidence } = classifier.classify(text);
    const { code } = this.taxonomies.finderWith(taxonomy, words)(text).topic;
    const topic = taxonomy.groups.flatMap(({ topics }) => topics).find((one) => one.code === code);
    return {
      words: createTokenizer(words.lexicon)(text).map(({ word }) => word),
      class: label,
      confidence,
      topic: topic?.name ?? { id: code, en: code },
    };
  }
}
