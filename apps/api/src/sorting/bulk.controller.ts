import { Body, Controller, Param } from '@nestjs/common';
import type { Actor } from '@app/accounts';
import { idSchema, ROUTES, type BulkItem, type BulkJob } from '@app/api-contract';
import { StartBulkService } from '@app/casework';
import type { BulkJobRow } from '@app/database';
import { CurrentActor } from '../http/current-actor.decorator.js';
import { ProblemError } from '../http/problem.js';
import { ApiRoute, type BodyOf } from '../http/route.decorator.js';
import { listQueryOf } from '../reports/list-query.js';

const ITEMS_SHOWN = 500;

/** Many reports at once. */
@Controller()
export class BulkController {
  constructor(private readonly bulk: StartBulkService) {}

  @ApiRoute(ROUTES.startBulk)
  async startBulk(
    @CurrentActor() actor: Actor,
    @Body() { action, reportIds, query }: BodyOf<typeof ROUTES.startBulk>,
  ): Promise<BulkJob> {
    if ((reportIds === undefined) === (query === undefined)) {
      const errors = [{ field: 'reportIds', message: 'Give reportIds or query, one of them' }];
      throw new ProblemError('validation', { errors });
    }
    const which = query ? { query: listQueryOf(query) } : { reportIds: reportIds ?? [] };
    return this.show(actor, await this.bulk.start(actor, action, which));
  }

  @ApiRoute(ROUTES.getBulkJob)
  async getBulkJob(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: idSchema }) id: string,
  ): Promise<BulkJob> {
    return this.show(actor, id);
  }

  @ApiRoute(ROUTES.listBulkItems)
  async listBulkItems(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: idSchema }) id: string,
  ): Promise<BulkItem[]> {
    return this.bulk.items(actor, id, ITEMS_SHOWN);
  }

  @ApiRoute(ROUTES.undoBulk)
  async undoBulk(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: idSchema }) id: string,
  ): Promise<BulkJob> {
    return this.show(actor, await this.bulk.undo(actor, id));
  }

  private async show(actor: Actor, id: string): Promise<BulkJob> {
    return describe(await this.bulk.read(actor, id));
  }
}

function describe({ id, action, total, done, unchanged, refused, finishedAt }: BulkJobRow): BulkJob {
  return {
    id,
    kind: String(action['kind']),
    total,
    done,
    unchanged,
    refused,
    isFinished: finishedAt !== null,
  };
}
