import { Body, Controller, Query, Req, Res } from '@nestjs/common';
import type { Actor } from '@app/accounts';
import { ROUTES, type RegionMap } from '@app/api-contract';
import { ChangeMapService, ReadMapService } from '@app/region-map';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CurrentActor } from '../http/current-actor.decorator.js';
import { ProblemError } from '../http/problem.js';
import { ApiRoute, type BodyOf, type QueryOf } from '../http/route.decorator.js';
import { readUpload } from '../replies/read-upload.js';

const MOST_OUTLINE_BYTES = 10_000_000;
const YEAR_SECONDS = 31_536_000;

/** What maps are drawn with beyond the land that ships. */
@Controller()
export class MapController {
  constructor(
    private readonly reader: ReadMapService,
    private readonly changer: ChangeMapService,
  ) {}

  @ApiRoute(ROUTES.getMap)
  async getMap(): Promise<RegionMap> {
    const { tiles, districts, outline } = await this.reader.read();
    return {
      tiles,
      districts: [...districts],
      outline: outline && {
        ...outline,
        uploadedAt: outline.uploadedAt.toISOString(),
        unmatched: [...outline.unmatched],
        missing: [...outline.missing],
      },
    };
  }

  @ApiRoute(ROUTES.changeMap)
  async changeMap(
    @CurrentActor() actor: Actor,
    @Body() { tiles }: BodyOf<typeof ROUTES.changeMap>,
  ): Promise<RegionMap> {
    await this.changer.setTiles(actor, tiles);
    return this.getMap();
  }

  @ApiRoute(ROUTES.getOutline)
  async getOutline(
    @Query() { version }: QueryOf<typeof ROUTES.getOutline>,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const shapes = await this.reader.shapes(version);
    if (shapes === null) throw new ProblemError('not-found');
    await reply
      .header('cache-control', `private, max-age=${YEAR_SECONDS}, immutable`)
      .type('application/json')
      .send(shapes);
  }

  @ApiRoute(ROUTES.putOutline)
  async putOutline(
    @CurrentActor() actor: Actor,
    @Query() { name }: QueryOf<typeof ROUTES.putOutline>,
    @Req() request: FastifyRequest,
  ): Promise<RegionMap> {
    const body = await readUpload(request, MOST_OUTLINE_BYTES);
    await this.changer.putOutline(actor, name, body.toString('utf8'));
    return this.getMap();
  }

  @ApiRoute(ROUTES.removeOutline)
  async removeOutline(@CurrentActor() actor: Actor): Promise<void> {
    await this.changer.removeOutline(actor);
  }
}
