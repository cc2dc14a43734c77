import type { ParsedEvent, SessionContext, SessionState } from '@app/connector-kit';
import { testContext } from '@app/connector-kit/testing';
import { smsConnector } from '../../libs/connectors/src/sms/sms.connector.js';
import { smsSession } from '../../libs/connectors/src/sms/sms.session.js';
import { smsSettingsSchema, type SmsSettings } from '../../libs/connectors/src/sms/sms.settings.js';

/** What the host does, with the ledger and the cursor in memory. */
export class SmppSessionHost {
  readonly events: ParsedEvent[] = [];
  readonly states: SessionState[] = [];
  cursor: string | null = null;
  session: unknown = null;
  emitCount = 0;
  /** Emitting waits for this, and fails as it does. */
  gate: Promise<void> = Promise.resolve();
  private stop = new AbortController();
  private run: Promise<void>;

  constructor(private readonly folder: string) {}

  open(settings: object): void {
    this.stop = new AbortController();
    const parsed = smsSettingsSchema.parse(settings);
    const context: SessionContext<SmsSettings> = {
      ...testContext(parsed, { now: () => new Date(), signal: this.stop.signal }),
      cursor: this.cursor,
      folder: this.folder,
      emit: async (events, cursor) => {
        this.emitCount += 1;
        await this.gate;
        this.events.push(...events);
        if (cursor !== undefined) this.cursor = cursor;
      },
      report: (state) => this.states.push(state),
      offer: (session) => (this.session = session),
    };
    this.run = smsSession.run(context);
    this.run.catch(() => undefined);
  }

  ended(): Promise<void> {
    return this.run;
  }

  async close(): Promise<void> {
    this.stop.abort();
    await this.run.catch(() => undefined);
  }

  /** Texts of the messages, and what receipts mean, in order. */
  read() {
    return this.events.map((event) => {
      if (event.status === 'unreadable') return event.reason;
      const payload: unknown = JSON.parse(JSON.stringify(event.payload));
      const read = smsConnector.normalise({ ...event, payload, receivedAt: new Date() });
      return read.kind === 'message' ? read.message.text : read;
    });
  }
}
