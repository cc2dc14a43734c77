import type { Client } from 'whatsapp-web.js';
import { isGroup, isLid } from './whatsapp-web.ids.js';
import type { MessageContext } from './whatsapp-web.payload.js';

type Person = NonNullable<MessageContext['people']>[string];

/** Finds the other name of accounts, and the names of groups; asks WhatsApp once for each. */
export class PeopleFinder {
  private readonly people = new Map<string, Person>();
  private readonly groups = new Map<string, string | undefined>();

  constructor(private readonly client: Client) {}

  /** What normalising needs to know beside the message. Never throws: without it the ids stand as they are. */
  async contextOf(ids: readonly string[]): Promise<MessageContext> {
    const unknown = ids.filter((wid) => isLid(wid) && !this.people.has(wid));
    if (unknown.length > 0) await this.find(unknown);
    const people = Object.fromEntries(
      ids.flatMap((wid) => {
        const person = this.people.get(wid);
        return person ? [[wid, person]] : [];
      }),
    );
    const group = ids.find(isGroup);
    const chatName = group && (await this.groupName(group));
    return {
      ...(Object.keys(people).length > 0 ? { people } : {}),
      ...(chatName ? { chatName } : {}),
    };
  }

  knowsGroup(wid: string, name: string): void {
    this.groups.set(wid, name);
  }

  private async find(lids: readonly string[]): Promise<void> {
    const found = await this.client.getContactLidAndPhone([...lids]).catch(() => []);
    found.forEach(({ lid, pn }, index) => {
      const asked = lids[index];
      // One without a number is asked again: WhatsApp may learn it.
      if (asked && pn) this.people.set(asked, { lid: lid ?? asked, phone: pn });
    });
  }

  private async groupName(wid: string): Promise<string | undefined> {
    if (!this.groups.has(wid)) {
      const chat = await this.client.getChatById(wid).catch(() => undefined);
      this.groups.set(wid, chat?.name);
    }
    return this.groups.get(wid);
  }
}
