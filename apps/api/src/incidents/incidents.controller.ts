import { Body, Controller, Param } from '@nestjs/common';
import type { Actor } from '@app/accounts';
import {
  idSchema,
  ROUTES,
  type IncidentAnswerResult,
  type IncidentRecipient,
  type ReportIncident,
} from '@app/api-contract';
import { JoinIncidentService, ReadIncidentService, RefuseIncidentService } from '@app/casework';
import { AnswerIncidentService } from '@app/replies';
import { CurrentActor } from '../http/current-actor.decorator.js';
import { ApiRoute, type BodyOf } from '../http/route.decorator.js';
import { describeReplyOptions, describeSummary } from '../reports/describe-report.js';
import { describeLastWords } from './describe-last-words.js';

/** Reports about the same thing. */
@Controller()
export class IncidentsController {
  constructor(
    private readonly reader: ReadIncidentService,
    private readonly joiner: JoinIncidentService,
    private readonly refuser: RefuseIncidentService,
    private readonly answers: AnswerIncidentService,
  ) {}

  @ApiRoute(ROUTES.getIncident)
  async getIncident(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: idSchema }) id: string,
  ): Promise<ReportIncident> {
    const { reports, places, suggestions, examples } = await this.reader.read(actor, id);
    return {
      reports: reports.map(describeSummary),
      places: [...places],
      suggestions: suggestions.map(({ report, reasons }) => ({
        report: describeSummary(report),
        reasons: [...reasons],
      })),
      examples: examples.map(describeSummary),
    };
  }

  @ApiRoute(ROUTES.joinIncident)
  async joinIncident(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: idSchema }) id: string,
    @Body() body: BodyOf<typeof ROUTES.joinIncident>,
  ): Promise<{ joinId: string }> {
    return { joinId: await this.joiner.join(actor, id, body) };
  }

  @ApiRoute(ROUTES.leaveIncident)
  async leaveIncident(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: idSchema }) id: string,
  ): Promise<void> {
    await this.joiner.leave(actor, id);
  }

  @ApiRoute(ROUTES.undoIncidentJoin)
  async undoIncidentJoin(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: idSchema }) id: string,
  ): Promise<void> {
    await this.joiner.undo(actor, id);
  }

  @ApiRoute(ROUTES.refuseIncident)
  async refuseIncident(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: idSchema }) id: string,
    @Body() body: BodyOf<typeof ROUTES.refuseIncident>,
  ): Promise<void> {
    await this.refuser.refuse(actor, id, body.otherId);
  }

  @ApiRoute(ROUTES.undoIncidentRefusal)
  async undoIncidentRefusal(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: idSchema }) id: string,
    @Body() body: BodyOf<typeof ROUTES.undoIncidentRefusal>,
  ): Promise<void> {
    await this.refuser.takeBack(actor, id, body.otherId);
  }

  @ApiRoute(ROUTES.listIncidentRecipients)
  async listIncidentRecipients(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: idSchema }) id: string,
  ): Promise<IncidentRecipient[]> {
    const { recipients, needsApproval } = await this.answers.recipients(actor, id);
    return recipients.map(({ report, options, words }) => ({
      report: describeSummary(report),
      options: describeReplyOptions(options, needsApproval),
      ...describeLastWords(words),
    }));
  }

  @ApiRoute(ROUTES.answerIncident)
  async answerIncident(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: idSchema }) id: string,
    @Body() body: BodyOf<typeof ROUTES.answerIncident>,
  ): Promise<IncidentAnswerResult> {
    return this.answers.answer(actor, id, body);
  }
}
