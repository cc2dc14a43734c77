import { Body, Controller, Param, Query } from '@nestjs/common';
import type { Actor } from '@app/accounts';
import { idSchema, ROUTES, type Contact, type ContactSummary } from '@app/api-contract';
import { MergeContactsService } from '@app/casework';
import { CurrentActor } from '../http/current-actor.decorator.js';
import { ApiRoute, type BodyOf, type QueryOf } from '../http/route.decorator.js';
import { DescribeContactService } from './describe-contact.service.js';

@Controller()
export class ContactsController {
  constructor(
    private readonly describer: DescribeContactService,
    private readonly merger: MergeContactsService,
  ) {}

  @ApiRoute(ROUTES.searchContacts)
  async searchContacts(@Query() query: QueryOf<typeof ROUTES.searchContacts>): Promise<ContactSummary[]> {
    return this.describer.search(query.q, query.exceptId);
  }

  @ApiRoute(ROUTES.getContact)
  async getContact(@Param('id', { schema: idSchema }) id: string): Promise<Contact> {
    return this.describer.one(id);
  }

  @ApiRoute(ROUTES.mergeContact)
  async mergeContact(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: idSchema }) id: string,
    @Body() body: BodyOf<typeof ROUTES.mergeContact>,
  ): Promise<Contact> {
    await this.merger.merge(actor, id, body.mergedId, body.reason ?? null);
    return this.describer.one(id);
  }

  @ApiRoute(ROUTES.undoMerge)
  async undoMerge(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: idSchema }) id: string,
  ): Promise<void> {
    await this.merger.undo(actor, id);
  }
}
