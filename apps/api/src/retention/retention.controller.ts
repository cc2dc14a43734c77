import { Body, Controller, Param } from '@nestjs/common';
import { versionOf, type Actor } from '@app/accounts';
import {
  idSchema,
  ROUTES,
  type ContactErasureView,
  type RetentionPreviewView,
  type RetentionView,
} from '@app/api-contract';
import type { RetentionRunRow } from '@app/database';
import { RETENTION_KINDS } from '@app/report-model';
import {
  EraseContactService,
  PreviewRetentionService,
  RequestRetentionService,
  RetentionSettingsService,
  type ContactErasure,
} from '@app/retention';
import { CurrentActor } from '../http/current-actor.decorator.js';
import { ApiRoute, type BodyOf } from '../http/route.decorator.js';

/** How long what is kept, and what goes. */
@Controller()
export class RetentionController {
  constructor(
    private readonly settings: RetentionSettingsService,
    private readonly requests: RequestRetentionService,
    private readonly previews: PreviewRetentionService,
    private readonly contacts: EraseContactService,
  ) {}

  @ApiRoute(ROUTES.getRetention)
  async getRetention(): Promise<RetentionView> {
    const settings = await this.settings.read();
    const runs = await this.requests.latest();
    return { settings, version: versionOf(settings), runs: runs.map(describeRun) };
  }

  @ApiRoute(ROUTES.replaceRetention)
  async replaceRetention(
    @CurrentActor() actor: Actor,
    @Body() { settings, version }: BodyOf<typeof ROUTES.replaceRetention>,
  ): Promise<RetentionView> {
    await this.settings.replace(actor, settings, version);
    return this.getRetention();
  }

  @ApiRoute(ROUTES.previewRetention)
  async previewRetention(
    @Body() settings: BodyOf<typeof ROUTES.previewRetention>,
  ): Promise<RetentionPreviewView> {
    const previews = await this.previews.preview(settings, new Date());
    return previews.map(({ examples, ...preview }) => ({
      ...preview,
      examples: examples.map(({ at, ...report }) => ({ ...report, at: new Date(at).toISOString() })),
    }));
  }

  @ApiRoute(ROUTES.runRetention)
  async runRetention(@CurrentActor() actor: Actor): Promise<RetentionView> {
    await this.requests.request(actor);
    return this.getRetention();
  }

  @ApiRoute(ROUTES.previewContactErasure)
  async previewContactErasure(@Param('id', { schema: idSchema }) id: string): Promise<ContactErasureView> {
    return describeErasure(await this.contacts.preview(id));
  }

  @ApiRoute(ROUTES.eraseContact)
  async eraseContact(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: idSchema }) id: string,
    @Body() { reason }: BodyOf<typeof ROUTES.eraseContact>,
  ): Promise<ContactErasureView> {
    return describeErasure(await this.contacts.erase(actor, id, reason));
  }
}

function describeRun({
  results,
  requestedAt,
  finishedAt,
  ...run
}: RetentionRunRow): RetentionView['runs'][number] {
  return {
    ...run,
    requestedAt: requestedAt.toISOString(),
    finishedAt: finishedAt && finishedAt.toISOString(),
    results: RETENTION_KINDS.flatMap((kind) => {
      const result = results[kind];
      return result ? [{ ...result, kind, failures: [...result.failures] }] : [];
    }),
  };
}

function describeErasure({
  erased,
  held,
  open,
  isNameErased,
  setAside,
  views,
}: ContactErasure): ContactErasureView {
  const tickets = (reports: ContactErasure['erased']) =>
    reports.map(({ id, ticketCode }) => ({ id, ticketCode }));
  return {
    erased: tickets(erased),
    held: tickets(held),
    open: tickets(open),
    isNameErased,
    setAside: setAside.length,
    views: [...views],
  };
}
