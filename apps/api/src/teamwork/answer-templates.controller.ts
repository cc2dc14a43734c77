import { Body, Controller, Param } from '@nestjs/common';
import type { Actor } from '@app/accounts';
import { idSchema, ROUTES, type AnswerTemplate } from '@app/api-contract';
import type { AnswerTemplateRow } from '@app/database';
import { ManageAnswerTemplatesService } from '@app/replies';
import { CurrentActor } from '../http/current-actor.decorator.js';
import { ApiRoute, type BodyOf } from '../http/route.decorator.js';

/** The office's own texts to answer with. */
@Controller()
export class AnswerTemplatesController {
  constructor(private readonly templates: ManageAnswerTemplatesService) {}

  @ApiRoute(ROUTES.listAnswerTemplates)
  async listAnswerTemplates(): Promise<AnswerTemplate[]> {
    return (await this.templates.list()).map(describe);
  }

  @ApiRoute(ROUTES.addAnswerTemplate)
  async addAnswerTemplate(
    @CurrentActor() actor: Actor,
    @Body() body: BodyOf<typeof ROUTES.addAnswerTemplate>,
  ): Promise<AnswerTemplate> {
    return describe(await this.templates.add(actor, body));
  }

  @ApiRoute(ROUTES.changeAnswerTemplate)
  async changeAnswerTemplate(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: idSchema }) id: string,
    @Body() body: BodyOf<typeof ROUTES.changeAnswerTemplate>,
  ): Promise<AnswerTemplate> {
    return describe(await this.templates.change(actor, id, body));
  }

  @ApiRoute(ROUTES.removeAnswerTemplate)
  async removeAnswerTemplate(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: idSchema }) id: string,
  ): Promise<void> {
    await this.templates.remove(actor, id);
  }
}

function describe({ updatedAt, ...template }: AnswerTemplateRow): AnswerTemplate {
  return { ...template, updatedAt: updatedAt.toISOString() };
}
