import { Body, Controller, Inject, Param, Query, Res } from '@nestjs/common';
import type { Actor } from '@app/accounts';
import {
  idSchema,
  ROUTES,
  type Area,
  type EntryImport,
  type Place,
  type PlaceAliasPage,
  type PlaceTrial,
} from '@app/api-contract';
import { PlaceAliasRepository } from '@app/database';
import { findPlaces, foldPlaceName, type Gazetteer } from '@app/triage';
import {
  ManagePlaceAliasesService,
  PLACE_NAMES_HEADING,
  readPlaceNamesCsv,
  ReadVocabularyService,
  SHIPPED_GAZETTEER,
  type ShippedGazetteer,
} from '@app/vocabulary';
import type { FastifyReply } from 'fastify';
import { answerFile } from '../exports/file-answer.js';
import { csvOf } from '../exports/write-csv.js';
import { CurrentActor } from '../http/current-actor.decorator.js';
import { ApiRoute, type BodyOf, type QueryOf } from '../http/route.decorator.js';

const MOST_SHIPPED = 20;
const MOST_AREAS = 20;

@Controller()
export class PlaceAliasesController {
  constructor(
    private readonly names: PlaceAliasRepository,
    private readonly manager: ManagePlaceAliasesService,
    private readonly vocabulary: ReadVocabularyService,
    @Inject(SHIPPED_GAZETTEER) private readonly gazetteer: ShippedGazetteer,
  ) {}

  @ApiRoute(ROUTES.listPlaceAliases)
  async listPlaceAliases(
    @Query() { limit, search: typed, ...question }: QueryOf<typeof ROUTES.listPlaceAliases>,
  ): Promise<PlaceAliasPage> {
    const search = foldPlaceName(typed);
    const rows = await this.names.page({ ...question, search, limit: limit + 1 });
    const page = rows.slice(0, limit);
    const items = page.map(({ id, name, codes, isRetired, updatedBy, updatedAt }) => {
      const { alias, registered } = this.gazetteer().meanings(name);
      return {
        ...{ id, name, isRetired, updatedBy },
        updatedAt: updatedAt.toISOString(),
        areas: this.areas(codes),
        shipped: alias && this.areas(alias.map(({ code }) => code)),
        namesakes: registered.filter(({ code }) => !codes.includes(code)).length,
      };
    });
    const next = rows.length > limit ? (page.at(-1)?.folded ?? null) : null;
    return { items, next, shipped: search === '' ? [] : this.shippedMatches(search) };
  }

  @ApiRoute(ROUTES.addPlaceAlias)
  async addPlaceAlias(
    @CurrentActor() actor: Actor,
    @Body() alias: BodyOf<typeof ROUTES.addPlaceAlias>,
  ): Promise<void> {
    await this.manager.add(actor, alias);
  }

  @ApiRoute(ROUTES.changePlaceAlias)
  async changePlaceAlias(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: idSchema }) id: string,
    @Body() change: BodyOf<typeof ROUTES.changePlaceAlias>,
  ): Promise<void> {
    await this.manager.edit(actor, id, change);
  }

  @ApiRoute(ROUTES.tryPlaceAliases)
  async tryPlaceAliases(@Body() { text, draft }: BodyOf<typeof ROUTES.tryPlaceAliases>): Promise<PlaceTrial> {
    const { aliases } = await this.vocabulary.current();
    const drafted = draft && (await this.manager.draft(draft, draft.id));
    return {
      now: placesIn(text, this.gazetteer().withAliases(aliases)),
      then: drafted && placesIn(text, drafted),
    };
  }

  @ApiRoute(ROUTES.exportPlaceAliases)
  async exportPlaceAliases(@Res() reply: FastifyReply): Promise<void> {
    const rows = (await this.names.active()).map(({ name, codes }) => [
      name,
      codes.join(' '),
      this.areas(codes)
        .map(({ path }) => path)
        .join('; '),
    ]);
    await answerFile(reply, 'csv', 'wadah-nama-tempat', csvOf([PLACE_NAMES_HEADING, ...rows]));
  }

  @ApiRoute(ROUTES.importPlaceAliases)
  async importPlaceAliases(
    @CurrentActor() actor: Actor,
    @Body() { csv }: BodyOf<typeof ROUTES.importPlaceAliases>,
  ): Promise<EntryImport> {
    return this.manager.importAll(actor, readPlaceNamesCsv(csv));
  }

  @ApiRoute(ROUTES.searchAreas)
  searchAreas(@Query() { search }: QueryOf<typeof ROUTES.searchAreas>): Area[] {
    const found = this.gazetteer().search(search, MOST_AREAS);
    return this.areas(found.map(({ code }) => code));
  }

  private areas(codes: readonly string[]): Area[] {
    const gazetteer = this.gazetteer();
    return codes.flatMap((code) => {
      const area = gazetteer.area(code);
      return area ? [{ ...area, path: gazetteer.path(area) }] : [];
    });
  }

  private shippedMatches(search: string): PlaceAliasPage['shipped'] {
    return this.gazetteer()
      .aliasList.filter(({ name }) => foldPlaceName(name).includes(search))
      .slice(0, MOST_SHIPPED)
      .map(({ name, codes }) => ({ name, areas: this.areas(codes) }));
  }
}

function placesIn(text: string, gazetteer: Gazetteer): Place[] {
  return findPlaces(text, gazetteer).map(
    ({ kind, text: words, candidates, candidateCount, basis, latitude, longitude }) => ({
      kind,
      text: words,
      candidates: [...candidates],
      candidateCount,
      basis,
      latitude,
      longitude,
    }),
  );
}
