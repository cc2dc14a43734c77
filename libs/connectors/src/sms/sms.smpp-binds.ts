import type { SmsContext } from './sms.kannel-api.js';
import { accountOf, SmppLink, type OnDelivery } from './sms.smpp-link.js';

/** The connections of a session to the SMSC: one for both directions, or one for each. */
export class SmppBinds {
  private readonly all: readonly SmppLink[];

  private constructor(
    readonly receiver: SmppLink,
    readonly transmitter: SmppLink,
  ) {
    this.all = [...new Set([receiver, transmitter])];
  }

  /** @throws ConnectorError; nothing stays open then */
  static async open(context: SmsContext, onDelivery: OnDelivery): Promise<SmppBinds> {
    if (context.settings.smppBind === 'transceiver') {
      const link = await SmppLink.bind(context, 'bind_transceiver', onDelivery);
      return new SmppBinds(link, link);
    }
    const transmitter = await SmppLink.bind(context, 'bind_transmitter', onDelivery);
    try {
      return new SmppBinds(await SmppLink.bind(context, 'bind_receiver', onDelivery), transmitter);
    } catch (error) {
      transmitter.break('the other direction was refused');
      throw error;
    }
  }

  /** Resolves with the reason when one of them has ended. */
  get ended(): Promise<string> {
    return Promise.race(this.all.map((link) => link.ended));
  }

  /** Asks whether the SMSC still listens, and breaks what has no answer. @returns whether all have answered */
  async enquire(): Promise<boolean> {
    const answers = await Promise.all(this.all.map(isAlive));
    return answers.every(Boolean);
  }

  break(reason: string): void {
    for (const link of this.all) link.break(reason);
  }

  /** Says good-bye first. */
  async close(): Promise<void> {
    await Promise.all(this.all.map((link) => link.close()));
  }
}

async function isAlive(link: SmppLink): Promise<boolean> {
  try {
    await link.request('enquire_link');
    return true;
  } catch {
    link.break('the SMSC does not answer any more');
    return false;
  }
}

/** Binds once and goes again, for a test of the settings. @returns the account's name. @throws ConnectorError */
export async function tryBind(context: SmsContext): Promise<string> {
  // What comes meanwhile stays unacknowledged: the SMSC delivers it again to the session that stores it.
  const binds = await SmppBinds.open(context, () => undefined);
  await binds.close();
  return accountOf(context);
}
