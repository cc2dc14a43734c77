import type { ParsedEvent, SessionContext } from '@app/connector-kit';
import type { Client, Message, Reaction } from 'whatsapp-web.js';
import { missedMessages } from './whatsapp-web.catch-up.js';
import { placeAfter, startPlace, writeCursor, type Place } from './whatsapp-web.cursor.js';
import {
  editEvent,
  messageEvent,
  peopleIn,
  reactionEvent,
  receiptEvent,
  revocationEvent,
  undecipherableEvent,
} from './whatsapp-web.events.js';
import { isBroadcast, isGroup } from './whatsapp-web.ids.js';
import type { ClientSession } from './whatsapp-web.open-session.js';
import { PeopleFinder } from './whatsapp-web.people.js';
import type { Serial } from './whatsapp-web.serial.js';
import type { WhatsappWebSettings } from './whatsapp-web.settings.js';

/** Stores what WhatsApp Web tells, one event after the other; the cursor is the newest message's time. */
export class Intake {
  private readonly people: PeopleFinder;
  private place: Place;
  private hasCaughtUp = false;

  constructor(
    private readonly client: Client,
    private readonly context: SessionContext<WhatsappWebSettings>,
    private readonly session: ClientSession,
    private readonly serial: Serial,
  ) {
    this.people = new PeopleFinder(client);
    this.place = startPlace(context);
  }

  /** Listens from now on. Once for a client: `ready` may come again. */
  listen(): void {
    const { client } = this;
    client.on('message_create', (message) => this.take(message, () => this.takeMessage(message)));
    client.on('message_edit', (message) =>
      this.take(message, async () => this.store([editEvent(message.rawData, await this.contextOf(message))])),
    );
    client.on('message_revoke_everyone', (message) =>
      this.take(message, () => this.store([revocationEvent(message.rawData)])),
    );
    client.on('message_ack', (message, ack) => this.take(message, () => this.storeReceipt(message, ack)));
    client.on('message_reaction', (reaction) => this.serial.add(() => this.takeReaction(reaction)));
    // Not in the library's types.
    (client as unknown as NodeJS.EventEmitter).on('message_ciphertext_failed', (message: Message) =>
      this.take(message, () => this.store([undecipherableEvent(message.rawData)])),
    );
  }

  /** Stores what came while nobody listened; also what came twice does no harm. */
  catchUp(): void {
    this.serial.add(async () => {
      const { emit, settings } = this.context;
      // A first link that breaks in the middle begins again at the same place.
      await emit([], writeCursor(this.place));
      let { newest } = this.place;
      const spans = missedMessages(this.client, this.place.since, settings.takesGroups);
      for await (const { chatId, chatName, messages } of spans) {
        if (isGroup(chatId)) this.people.knowsGroup(chatId, chatName);
        const events: ParsedEvent[] = [];
        for (const message of messages) events.push(...(await this.eventsOf(message)));
        await emit(events);
        newest = Math.max(newest, messages.at(-1)?.timestamp ?? 0);
      }
      this.hasCaughtUp = true;
      await this.moveTo(newest);
    });
  }

  private take(message: Message, work: () => Promise<void>): void {
    const { remote } = message.id;
    if (isBroadcast(remote) || (isGroup(remote) && !this.context.settings.takesGroups)) return;
    this.serial.add(work);
  }

  private async takeMessage(message: Message): Promise<void> {
    // An answer of ours is told before we know its id.
    if (message.fromMe) await this.session.quiet();
    if (this.session.sentIds.has(message.id._serialized)) return;
    await this.store([messageEvent(message.rawData, await this.contextOf(message))]);
    // Before catching up, older messages are still to come: a cursor would leap over them.
    if (this.hasCaughtUp && message.timestamp > this.place.newest) await this.moveTo(message.timestamp);
  }

  private async moveTo(newest: number): Promise<void> {
    this.place = placeAfter(newest);
    await this.context.emit([], writeCursor(this.place));
  }

  /** A message that was fetched later, with what has become of it since. */
  private async eventsOf(message: Message): Promise<ParsedEvent[]> {
    const data = message.rawData;
    if (this.session.sentIds.has(message.id._serialized)) return [];
    const context = await this.contextOf(message);
    if (message.type.toString() === 'ciphertext') return [undecipherableEvent(data)];
    if (message.type.toString() === 'revoked') return [revocationEvent(data)];
    const { latestEditSenderTimestampMs: editedAt } = data as { latestEditSenderTimestampMs?: number };
    const receipt = receiptEvent(data, message.ack ?? 0, this.context.now());
    return [
      messageEvent(data, context),
      ...(editedAt ? [editEvent(data, context)] : []),
      ...(receipt ? [receipt] : []),
    ];
  }

  private async storeReceipt(message: Message, ack: number): Promise<void> {
    const event = receiptEvent(message.rawData, ack, this.context.now());
    if (event) await this.store([event]);
  }

  private async takeReaction(reaction: Reaction): Promise<void> {
    const { id, msgId, senderId, reaction: emoji, timestamp } = reaction;
    if (isGroup(msgId.remote) && !this.context.settings.takesGroups) return;
    const data = {
      msgKey: id,
      parentMsgKey: msgId,
      senderUserJid: senderId,
      reactionText: emoji,
      timestamp,
    };
    await this.store([reactionEvent(data, await this.people.contextOf([senderId]))]);
  }

  private contextOf(message: Message) {
    return this.people.contextOf(peopleIn(message.rawData));
  }

  private store(events: readonly ParsedEvent[]): Promise<void> {
    return this.context.emit(events);
  }
}
