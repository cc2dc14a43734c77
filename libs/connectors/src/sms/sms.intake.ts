import type { ParsedEvent, SessionContext } from '@app/connector-kit';
import type { AnswerParts } from './sms.answer-parts.js';
import { readState, shortFingerprint, type IntakeState, type WaitingGroup } from './sms.intake-state.js';
import { JoinParts } from './sms.join-parts.js';
import { canonicalReceiptId } from './sms.message-id.js';
import type { SmppMessagePayload, SmppReceiptPayload } from './sms.payload.js';
import { outcomeOf, readReceipt } from './sms.receipt.js';
import { senderOf } from './sms.sender.js';
import type { SmsSettings } from './sms.settings.js';
import type { Delivery } from './sms.smpp-protocol.js';

/** An SMSC that waits longer for its acknowledgement gives up and delivers again. */
const SLOW_MS = 5_000;
const MAX_BATCH = 200;
/** More than so many unheard ones make the cursor, written with every batch, too long. */
const MANY_UNHEARD = 200;

interface Arrival {
  readonly delivery: Delivery;
  readonly fingerprint: string;
  readonly at: number;
  /** More than one when the SMSC has lost patience meanwhile. */
  readonly acknowledge: (() => void)[];
}

/**
 * Stores what the SMSC delivers and acknowledges it only then. Parts of a long message are kept in the connection's
 * cursor, which is stored with the events, until all are there. SMPP gives deliveries no id, so the cursor also holds
 * what is stored and perhaps not yet acknowledged: only that can come a second time.
 */
export class Intake {
  private readonly state: IntakeState;
  private readonly parts: JoinParts;
  /** Delivered before and perhaps unheard: one more of these is the same SMS. */
  private suspects: [fingerprint: string, at: number][];
  /** Acknowledged in this session, in order. */
  private acknowledged: [fingerprint: string, at: number][] = [];
  private queue: Arrival[] = [];
  private storing: Arrival[] = [];
  private running: Promise<void> | null = null;
  private acknowledgedCount = 0;
  private heardCount = 0;
  private isClosed = false;
  private lastArrival = 0;

  /** Rejects when storing has failed. */
  readonly failed: Promise<never>;
  private fail: (error: unknown) => void;

  constructor(
    private readonly context: SessionContext<SmsSettings>,
    private readonly answers: AnswerParts,
  ) {
    this.failed = new Promise<never>((_resolve, reject) => (this.fail = reject));
    this.failed.catch(() => undefined);
    this.state = readState(context.cursor, this.now());
    this.parts = new JoinParts(this.state.waiting);
    this.suspects = this.state.unheard;
  }

  take(delivery: Delivery, acknowledge: () => void): void {
    if (this.isClosed) return;
    const fingerprint = shortFingerprint(delivery.fingerprint);
    const at = this.arrival();
    const again = [...this.storing, ...this.queue].find(
      (waiting) => waiting.fingerprint === fingerprint && at - waiting.at >= SLOW_MS,
    );
    if (again) again.acknowledge.push(acknowledge);
    else this.queue.push({ delivery, fingerprint, at, acknowledge: [acknowledge] });
    this.work();
  }

  /** Shows what has waited for its other parts too long. */
  tick(): void {
    const patience = this.context.settings.smppJoinSeconds * 1000;
    if (this.state.waiting.some(({ since }) => since < this.now() - patience)) this.work();
  }

  /** How much has been acknowledged so far; the SMSC has heard it once it answers something sent after. */
  mark(): number {
    return this.acknowledgedCount;
  }

  heard(mark: number): void {
    this.acknowledged.splice(0, mark - this.heardCount);
    this.heardCount = mark;
  }

  get hasManyUnheard(): boolean {
    return this.acknowledged.length >= MANY_UNHEARD;
  }

  /** Resolves when nothing is being stored. Never rejects. */
  async settled(): Promise<void> {
    await this.running;
  }

  /** Stores all that is here, unfinished messages too: nobody knows when, or whether, there is a next session. */
  async close(): Promise<void> {
    this.isClosed = true;
    await this.running;
    if (this.queue.length > 0 || this.state.waiting.length > 0) await this.storeSome(Infinity);
  }

  private work(): void {
    // Later, so that the answers' ids that came in the same packet are known when their receipts are looked at.
    this.running ??= new Promise<void>((resolve) => setImmediate(resolve))
      .then(() => this.storeAll())
      .catch((error: unknown) => this.fail(error))
      .finally(() => (this.running = null));
  }

  private async storeAll(): Promise<void> {
    const patience = this.context.settings.smppJoinSeconds * 1000;
    do await this.storeSome(this.now() - patience);
    while (this.queue.length > 0);
  }

  /** @param overdue groups that began before this time are shown as they are */
  private async storeSome(overdue: number): Promise<void> {
    this.storing = this.queue.splice(0, MAX_BATCH);
    const events = this.storing.flatMap((arrival) => this.eventsOf(arrival));
    const late = this.parts.takeOlderThan(overdue).map((group) => this.messageEvent(group));
    const came = this.storing.map(({ fingerprint, at }): [string, number] => [fingerprint, at]);
    await this.answers.save();
    await this.context.emit([...events, ...late], this.cursorWith(came));
    for (const arrival of this.storing) this.settle(arrival);
    this.storing = [];
  }

  private eventsOf({ delivery, fingerprint, at }: Arrival): ParsedEvent[] {
    const suspect = this.suspects.findIndex(([known]) => known === fingerprint);
    if (suspect >= 0) {
      this.suspects.splice(suspect, 1);
      return [];
    }
    const id = `${fingerprint}-${at.toString(36)}`;
    if (delivery.isReceipt) return [this.receiptEvent(delivery, id)];
    return this.parts.add(delivery, id, at).map((group) => this.messageEvent(group));
  }

  private settle({ fingerprint, at, acknowledge }: Arrival): void {
    for (const tell of acknowledge) tell();
    // It may have given up just before it heard.
    if (this.now() - at >= SLOW_MS) {
      this.suspects.push([fingerprint, at]);
      return;
    }
    this.acknowledgedCount += 1;
    this.acknowledged.push([fingerprint, at]);
  }

  private cursorWith(came: readonly [string, number][]): string {
    const unheard = [...this.suspects, ...this.acknowledged, ...came];
    return JSON.stringify({ waiting: this.state.waiting, unheard } satisfies IntakeState);
  }

  private messageEvent({ id, from, to, total, parts }: WaitingGroup): ParsedEvent {
    const { smppAlphabet: alphabet, keywords } = this.context.settings;
    const payload: SmppMessagePayload = {
      via: 'smpp',
      receivedAt: this.context.now().toISOString(),
      ...{ from, to, total, parts, alphabet, keywords },
    };
    const conversationKey = senderOf(from.address, from.ton).externalId;
    return { status: 'readable', kind: 'message', externalId: id, conversationKey, payload };
  }

  private receiptEvent({ body, receiptedId, messageState }: Delivery, externalId: string): ParsedEvent {
    const text = body.toString('latin1');
    const receipt = readReceipt(text, messageState);
    const given = receiptedId ?? receipt.messageId;
    const messageId = given === null ? null : canonicalReceiptId(given, this.context.settings.smppMessageIds);
    const hasArrived = outcomeOf(receipt.state) === 'delivered';
    const payload: SmppReceiptPayload = {
      via: 'smpp',
      receivedAt: this.context.now().toISOString(),
      text,
      messageId,
      state: messageState,
      answer: messageId === null ? null : this.answers.note(messageId, hasArrived),
    };
    return {
      status: 'readable',
      kind: 'receipt',
      externalId,
      conversationKey: messageId ?? externalId,
      payload,
    };
  }

  /** No two alike, so that the same words twice in a moment get two ids. */
  private arrival(): number {
    this.lastArrival = Math.max(this.now(), this.lastArrival + 1);
    return this.lastArrival;
  }

  private now(): number {
    return this.context.now().getTime();
  }
}
