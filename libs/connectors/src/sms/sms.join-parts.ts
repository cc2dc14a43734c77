import type { SmsPartPayload } from './sms.payload.js';
import type { WaitingGroup } from './sms.intake-state.js';
import type { Delivery } from './sms.smpp-protocol.js';

/** Puts parts of long messages together. */
export class JoinParts {
  constructor(private readonly waiting: WaitingGroup[]) {}

  /**
   * Adds a part of a message.
   * @param id of the event, should this part begin one
   * @returns what can be shown now: the message when this was its last part, and what another message with the same
   * reference had left behind
   */
  add(delivery: Delivery, id: string, now: number): WaitingGroup[] {
    const { concatenation: place } = delivery;
    if (!place) return [groupOf(delivery, { key: '', id, total: 1, number: 1, since: now })];
    const { reference, total, number } = place;
    const key = [delivery.from.address, delivery.to.address, reference, total].join(' ');
    const group = this.waiting.find((waiting) => waiting.key === key);
    const fresh = groupOf(delivery, { key, id, total, number, since: now });
    if (!group) {
      this.waiting.push(fresh);
      return [];
    }
    const [part] = fresh.parts as [SmsPartPayload];
    const known = group.parts.find((one) => one.number === number);
    if (known) {
      if (known.body === part.body) return [];
      // A phone counts its references round: this is another message, and the first will not be completed.
      this.remove(group);
      this.waiting.push(fresh);
      return [group];
    }
    group.parts.push(part);
    if (group.parts.length < total) return [];
    this.remove(group);
    return [group];
  }

  /** Takes out what has waited since before `time`. */
  takeOlderThan(time: number): WaitingGroup[] {
    const due = this.waiting.filter(({ since }) => since < time);
    due.forEach((group) => this.remove(group));
    return due;
  }

  private remove(group: WaitingGroup): void {
    this.waiting.splice(this.waiting.indexOf(group), 1);
  }
}

function groupOf(
  { from, to, dataCoding, header, body }: Delivery,
  { number, ...group }: Pick<WaitingGroup, 'key' | 'id' | 'total' | 'since'> & { readonly number: number },
): WaitingGroup {
  const part = { number, dataCoding, header: header.toString('hex'), body: body.toString('hex') };
  return { ...group, from, to, parts: [part] };
}
