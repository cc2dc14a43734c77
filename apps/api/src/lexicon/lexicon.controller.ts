import { Body, Controller, Param, Query, Res } from '@nestjs/common';
import type { Actor } from '@app/accounts';
import { idSchema, ROUTES, type EntryImport, type LexiconPage, type LexiconTrial } from '@app/api-contract';
import { LexiconRepository } from '@app/database';
import { SHIPPED_LEXICON } from '@app/triage';
import {
  LEXICON_HEADING,
  ManageLexiconService,
  readLexiconCsv,
  ReadVocabularyService,
} from '@app/vocabulary';
import type { FastifyReply } from 'fastify';
import { answerFile } from '../exports/file-answer.js';
import { csvOf } from '../exports/write-csv.js';
import { CurrentActor } from '../http/current-actor.decorator.js';
import { ApiRoute, type BodyOf, type QueryOf } from '../http/route.decorator.js';
import { TryLexiconService } from './try-lexicon.service.js';

const MOST_SHIPPED = 20;

@Controller()
export class LexiconController {
  constructor(
    private readonly entries: LexiconRepository,
    private readonly manager: ManageLexiconService,
    private readonly vocabulary: ReadVocabularyService,
    private readonly trial: TryLexiconService,
  ) {}

  @ApiRoute(ROUTES.listLexicon)
  async listLexicon(
    @Query() { limit, ...question }: QueryOf<typeof ROUTES.listLexicon>,
  ): Promise<LexiconPage> {
    const rows = await this.entries.page({ ...question, limit: limit + 1 });
    const { lexicon } = await this.vocabulary.current();
    const items = rows.slice(0, limit).map(({ words, updatedAt, ...row }) => ({
      ...row,
      words: words.join(' '),
      shipped: SHIPPED_LEXICON.get(row.spelling)?.join(' ') ?? null,
      reads: lexicon.get(row.spelling)?.join(' ') ?? (words[0] === row.spelling ? row.spelling : null),
      updatedAt: updatedAt.toISOString(),
    }));
    const next = rows.length > limit ? (items.at(-1)?.spelling ?? null) : null;
    return { items, next, shipped: shippedMatches(question.search) };
  }

  @ApiRoute(ROUTES.addLexiconEntry)
  async addLexiconEntry(
    @CurrentActor() actor: Actor,
    @Body() entry: BodyOf<typeof ROUTES.addLexiconEntry>,
  ): Promise<void> {
    await this.manager.add(actor, entry);
  }

  @ApiRoute(ROUTES.changeLexiconEntry)
  async changeLexiconEntry(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: idSchema }) id: string,
    @Body() change: BodyOf<typeof ROUTES.changeLexiconEntry>,
  ): Promise<void> {
    await this.manager.edit(actor, id, change);
  }

  @ApiRoute(ROUTES.tryLexicon)
  async tryLexicon(@Body() { text, draft }: BodyOf<typeof ROUTES.tryLexicon>): Promise<LexiconTrial> {
    return this.trial.try(text, draft);
  }

  @ApiRoute(ROUTES.exportLexicon)
  async exportLexicon(@Res() reply: FastifyReply): Promise<void> {
    const rows = (await this.entries.active()).map(({ spelling, words }) => [spelling, words.join(' ')]);
    await answerFile(reply, 'csv', 'wadah-kamus', csvOf([LEXICON_HEADING, ...rows]));
  }

  @ApiRoute(ROUTES.importLexicon)
  async importLexicon(
    @CurrentActor() actor: Actor,
    @Body() { csv }: BodyOf<typeof ROUTES.importLexicon>,
  ): Promise<EntryImport> {
    return this.manager.importAll(actor, readLexiconCsv(csv));
  }
}

/** Those whose spelling begins so come first. */
function shippedMatches(search: string): LexiconPage['shipped'] {
  if (search === '') return [];
  const rank = ({ spelling }: { spelling: string }) => Number(!spelling.startsWith(search));
  return [...SHIPPED_LEXICON]
    .map(([spelling, words]) => ({ spelling, words: words.join(' ') }))
    .filter(({ spelling, words }) => spelling.includes(search) || words.includes(search))
    .sort((a, b) => rank(a) - rank(b) || a.spelling.localeCompare(b.spelling))
    .slice(0, MOST_SHIPPED);
}
