import { Body, Controller, Param } from '@nestjs/common';
import type { Actor } from '@app/accounts';
import { idSchema, replyDraftSchema, ROUTES, type ReplyDraft } from '@app/api-contract';
import { KeepReplyDraftService } from '@app/replies';
import { CurrentActor } from '../http/current-actor.decorator.js';
import { ApiRoute, type BodyOf } from '../http/route.decorator.js';

/** Answers that are being written. */
@Controller()
export class ReplyDraftsController {
  constructor(private readonly drafts: KeepReplyDraftService) {}

  @ApiRoute(ROUTES.getReplyDraft)
  async getReplyDraft(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: idSchema }) id: string,
  ): Promise<{ draft: ReplyDraft | null }> {
    const kept = await this.drafts.find(actor, id);
    if (!kept) return { draft: null };
    const draft = { ...kept.content, editedAt: kept.editedAt.toISOString() };
    // What an older version of the screens kept may lack something: then there is no draft.
    return { draft: replyDraftSchema.safeParse(draft).data ?? null };
  }

  @ApiRoute(ROUTES.keepReplyDraft)
  async keepReplyDraft(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: idSchema }) id: string,
    @Body() { draft }: BodyOf<typeof ROUTES.keepReplyDraft>,
  ): Promise<void> {
    if (draft === null) return this.drafts.keep(actor, id, null);
    const { editedAt, ...content } = draft;
    await this.drafts.keep(actor, id, { content, editedAt: new Date(editedAt) });
  }
}
