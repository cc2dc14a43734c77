import { createHash } from 'node:crypto';
import {
  newId,
  type ConversationRepository,
  type KnownIdentity,
  type KnownReport,
  type MessageChangeRepository,
} from '@app/database';
import {
  NO_FLAGS,
  plausibleSentAt,
  storableText,
  ticketCode,
  type DeletionRule,
  type InboundAuthor,
  type InboundMessage,
} from '@app/report-model';
import type { BatchPlan } from './batch-plan.js';
import type { BatchState } from './batch-state.js';
import { chooseReport } from './choose-report.js';
import type { NormalisedItem } from './normalise-events.js';
import { planCompletion } from './plan-completion.js';

export interface PlanningContext {
  readonly plan: BatchPlan;
  readonly state: BatchState;
  readonly messageChanges: MessageChangeRepository;
  readonly conversations: ConversationRepository;
  readonly joinWindowMs: number;
  /** By connection, for those of which somebody deletes something in this batch. */
  readonly deletionRules: ReadonlyMap<string, DeletionRule>;
  /** Ticket numbers drawn for this batch, enough for every message. */
  readonly ticketNumbers: number[];
  identityOf(item: NormalisedItem, author: InboundAuthor): KnownIdentity;
  /** Whether the channel fetches files by their id, not only by their address. */
  hasOwnMedia(channel: string): boolean;
}

/** Plans a citizen's message: a part of an album, a further message of a report, or a new report. */
export function planMessage(context: PlanningContext, item: NormalisedItem, message: InboundMessage): void {
  const { plan, state } = context;
  const { event } = item;
  const known = state.message(event.connectionId, message.externalId);
  if (known?.isWithheld && !message.notes?.includes('content-withheld')) {
    planCompletion(context, item, message, known);
    return;
  }
  if (known) {
    plan.settlements.push({
      id: event.id,
      state: 'merged',
      reason: 'message already known',
      messageId: known.id,
    });
    return;
  }
  const identity = context.identityOf(item, message.author);
  const conversationId =
    state.conversations.get(`${event.connectionId} ${message.conversation.externalId}`) ?? '';
  const album = state.album(conversationId, message.albumId);
  if (album) {
    planAlbumPart(context, item, message, album);
    return;
  }
  const { text, truncated } = storableText(message.text);
  const { sentAt, implausible } = plausibleSentAt(new Date(message.sentAt), event.receivedAt);
  const report = findOrOpenReport(context, item, message, { identity, conversationId, sentAt });
  const id = newId();
  plan.messages.push({
    id,
    reportId: report.id,
    connectionId: event.connectionId,
    conversationId,
    identityId: identity.identityId,
    rawEventId: event.id,
    direction: 'inbound',
    externalId: message.externalId,
    replyToExternalId: message.replyToExternalId,
    albumId: message.albumId,
    permalink: message.permalink,
    location: message.location,
    sentAt,
    receivedAt: event.receivedAt,
    text,
    notes: [
      ...(message.notes ?? []),
      ...(truncated ? ['text-truncated'] : []),
      ...(implausible ? ['timestamp-implausible'] : []),
    ],
  });
  addAttachments(context, item, id, message, 0);
  const touched = plan.touch(report);
  touched.addedMessages += 1;
  touched.hasNewText = true;
  touched.hasAttachments ||= message.attachments.length > 0;
  if (sentAt > touched.lastMessageAt) touched.lastMessageAt = sentAt;
  state.putReport({ ...report, lastMessageAt: touched.lastMessageAt });
  const connectionId = event.connectionId;
  state.putMessage({
    id,
    reportId: report.id,
    connectionId,
    externalId: message.externalId,
    text,
    editedAt: null,
    deletedAt: null,
    isWithheld: message.notes?.includes('content-withheld') ?? false,
  });
  if (message.albumId) {
    const attachmentCount = message.attachments.length;
    state.putAlbum({
      conversationId,
      albumId: message.albumId,
      messageId: id,
      reportId: report.id,
      text,
      attachmentCount,
    });
  }
  plan.settlements.push({ id: event.id, state: 'shown', messageId: id });
}

function findOrOpenReport(
  context: PlanningContext,
  item: NormalisedItem,
  message: InboundMessage,
  place: { identity: KnownIdentity; conversationId: string; sentAt: Date },
): KnownReport {
  const { plan, state } = context;
  const { connectionId } = item.event;
  const target = message.replyToExternalId;
  const repliedTo = state.report(
    state.message(connectionId, target)?.reportId ?? state.reply(connectionId, target)?.reportId,
  );
  const answer = chooseReport({
    contactId: place.identity.contactId,
    sentAt: place.sentAt,
    conversationKind: message.conversation.kind,
    named: state.reportByTicket(message.ticketCode),
    repliedTo,
    mentioned: state.reportByTicket(message.mentionedTicketCode),
    startsNewMatter: message.startsNewMatter,
    newest: state.newest(place.conversationId, place.identity.contactId),
    joinWindowMs: context.joinWindowMs,
  });
  if (answer.kind === 'new') return openReport(context, item, message, place);
  const report = state.report(answer.reportId);
  if (!report) throw new Error(`Report ${answer.reportId} was chosen but is not loaded`);
  const touched = plan.touch(report);
  if (answer.reopen) {
    touched.reopen = true;
    plan.timeline.push({
      reportId: report.id,
      kind: 'reopened',
      actorKind: 'citizen',
      data: { from: report.status },
    });
  }
  if (report.status === 'on-hold' && touched.heldUntil === null) {
    touched.heldUntil = item.event.receivedAt;
    plan.timeline.push({ reportId: report.id, kind: 'resumed', actorKind: 'citizen', data: {} });
  }
  if (!touched.isNew) touched.changeKind = 'message-received';
  plan.timeline.push({ reportId: report.id, kind: 'message-received', actorKind: 'citizen', data: {} });
  return answer.reopen ? { ...report, status: 'in-progress' } : report;
}

function openReport(
  context: PlanningContext,
  item: NormalisedItem,
  message: InboundMessage,
  place: { identity: KnownIdentity; conversationId: string; sentAt: Date },
): KnownReport {
  const { plan } = context;
  const number = context.ticketNumbers.pop();
  if (number === undefined) throw new Error('Too few ticket numbers were drawn');
  const report: KnownReport = {
    id: newId(),
    conversationId: place.conversationId,
    contactId: place.identity.contactId,
    agencyId: null,
    status: 'new',
    class: 'other',
    flags: NO_FLAGS,
    classSource: 'model',
    flagsSource: 'model',
    receivedAt: item.event.receivedAt,
    heldAt: null,
    heldDays: 0,
    lastMessageAt: place.sentAt,
    ticketCode: ticketCode(number),
  };
  plan.reports.push({
    id: report.id,
    connectionId: item.event.connectionId,
    conversationId: place.conversationId,
    contactId: place.identity.contactId,
    identityId: place.identity.identityId,
    channel: item.event.channel,
    ticketCode: report.ticketCode,
    receivedAt: item.event.receivedAt,
    trackingSecretHash: message.trackingSecret
      ? createHash('sha256').update(message.trackingSecret).digest()
      : null,
    isConfidential: message.isConfidential ?? false,
  });
  const touched = plan.touch(report);
  touched.isNew = true;
  touched.changeKind = 'created';
  plan.timeline.push({
    reportId: report.id,
    kind: 'created',
    actorKind: 'citizen',
    data: { channel: item.event.channel },
  });
  return report;
}

/** The first part of an album became the message; the others add their pictures, and the caption where it came late. */
function planAlbumPart(
  context: PlanningContext,
  item: NormalisedItem,
  message: InboundMessage,
  album: NonNullable<ReturnType<BatchState['album']>>,
): void {
  const { plan, state, messageChanges } = context;
  const { text } = storableText([album.text, message.text].filter((part) => part !== '').join('\n'));
  addAttachments(context, item, album.messageId, message, album.attachmentCount);
  state.putAlbum({ ...album, text, attachmentCount: album.attachmentCount + message.attachments.length });
  const report = state.report(album.reportId);
  if (report) {
    const touched = plan.touch(report);
    touched.hasAttachments = true;
    if (text !== album.text) {
      touched.hasNewText = true;
      plan.changedTexts.set(album.messageId, text);
      plan.changes.push((tx) => messageChanges.setText(tx, album.messageId, text));
    }
  }
  plan.settlements.push({
    id: item.event.id,
    state: 'merged',
    reason: 'part of an album',
    messageId: album.messageId,
  });
}

/** Notes what came with a message, and whether there is a file to fetch. */
export function addAttachments(
  { plan, hasOwnMedia }: PlanningContext,
  { event }: NormalisedItem,
  messageId: string,
  message: InboundMessage,
  offset: number,
): void {
  message.attachments.forEach((attachment, index) => {
    plan.attachments.push({
      ...attachment,
      id: newId(),
      messageId,
      rawEventId: event.id,
      position: offset + index,
      hasFile:
        attachment.sha256 === undefined &&
        (attachment.url !== undefined || (attachment.externalId !== undefined && hasOwnMedia(event.channel))),
    });
  });
}
