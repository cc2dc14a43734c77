import { Injectable } from '@nestjs/common';
import {
  ConversationRepository,
  EventDetailRepository,
  IntakeRepository,
  MessageChangeRepository,
  SettingRepository,
  type ClaimedEvent,
  type Queryable,
} from '@app/database';
import { ConnectorRegistry } from '@app/connector-kit';
import { BatchPlan } from './batch-plan.js';
import { LoadBatchStateService, messageOf } from './load-batch-state.service.js';
import { normaliseEvents, type NormalisedItem } from './normalise-events.js';
import { planDeletion, planEdit, planMove, planReachability, planReaction } from './plan-change.js';
import { planDeliveryUpdate, planDeliveryWatermark } from './plan-delivery.js';
import { planMessage, type PlanningContext } from './plan-message.js';
import { planOwnMessage } from './plan-own-message.js';
import { WriteBatchService } from './write-batch.service.js';

/** Turns one batch of claimed events into messages and reports, in the caller's transaction. */
@Injectable()
export class DrainBatchService {
  constructor(
    private readonly registry: ConnectorRegistry,
    private readonly loader: LoadBatchStateService,
    private readonly writer: WriteBatchService,
    private readonly intake: IntakeRepository,
    private readonly messageChanges: MessageChangeRepository,
    private readonly conversations: ConversationRepository,
    private readonly settings: SettingRepository,
    private readonly details: EventDetailRepository,
  ) {}

  /** @returns the attachments whose files are to be fetched once this is committed */
  async drain(tx: Queryable, events: readonly ClaimedEvent[]): Promise<string[]> {
    const { items, setAside } = normaliseEvents(this.registry, events);
    const state = await this.loader.load(tx, items);
    const plan = new BatchPlan();
    plan.settlements.push(...setAside);
    const context: PlanningContext = {
      plan,
      state,
      messageChanges: this.messageChanges,
      conversations: this.conversations,
      joinWindowMs: (await this.settings.joinWindowMinutes(tx)) * 60_000,
      deletionRules: await this.settings.deletionRules(tx, whereSomebodyDeletes(items)),
      ticketNumbers: await this.intake.nextTicketNumbers(tx, items.filter((item) => messageOf(item)).length),
      identityOf: (item, author) => {
        const identity = state.identities.get(this.loader.identityKeyOf(item, author));
        if (!identity) throw new Error(`Identity of event ${item.event.id} is not loaded`);
        return identity;
      },
      hasOwnMedia: (channel) => this.registry.get(channel).media !== undefined,
    };
    for (const item of items) this.plan(context, item);
    await this.writer.write(tx, plan);
    const incomplete = items.filter(({ needsDetails }) => needsDetails).map(({ event }) => event);
    await this.details.request(tx, incomplete);
    return plan.attachments.filter(({ hasFile }) => hasFile).map(({ id }) => id);
  }

  private plan(context: PlanningContext, item: NormalisedItem): void {
    const { normalised, event } = item;
    switch (normalised.kind) {
      case 'message':
        return normalised.message.author.isOurs
          ? planOwnMessage(context, item, normalised.message)
          : planMessage(context, item, normalised.message);
      case 'edit':
        return planEdit(context, item, normalised);
      case 'deletion':
        return planDeletion(context, item, normalised);
      case 'reaction':
        return planReaction(context, item, normalised);
      case 'delivery-update':
        return planDeliveryUpdate(context, item, normalised);
      case 'delivery-watermark':
        return planDeliveryWatermark(context, item, normalised);
      case 'conversation-moved':
      case 'identity-moved':
        return planMove(context, item);
      case 'reachability':
        return planReachability(context, item, normalised);
      case 'ignored':
        context.plan.settlements.push({ id: event.id, state: 'ignored', reason: normalised.reason });
    }
  }
}

function whereSomebodyDeletes(items: readonly NormalisedItem[]): string[] {
  const deletions = items.filter(({ normalised }) => normalised.kind === 'deletion');
  return [...new Set(deletions.map(({ event }) => event.connectionId))];
}
