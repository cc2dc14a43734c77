import { ConnectorError } from '@app/connector-kit';
import smpp, { type Pdu, type Session } from 'smpp';
import type { SmsContext } from './sms.kannel-api.js';
import { explainBind } from './sms.smpp-errors.js';

const CONNECT_TIMEOUT_MS = 10_000;
const ANSWER_TIMEOUT_MS = 10_000;
const UNBIND_TIMEOUT_MS = 2_000;
const SMPP_3_4 = 0x34;

type Fields = Readonly<Record<string, unknown>>;
export type SmppBindCommand = 'bind_transceiver' | 'bind_receiver' | 'bind_transmitter';
export type OnDelivery = (link: SmppLink, pdu: Pdu) => void;

/** A bound connection to an SMSC: requests with answers, deliveries to a listener, one end with a reason. */
export class SmppLink {
  /** Resolves with the reason when the connection has ended, whoever ended it. */
  readonly ended: Promise<string>;
  private readonly waiting = new Set<(reason: string) => void>();
  private reason: string | null = null;

  private constructor(
    private readonly session: Session,
    private readonly name: string,
    private readonly onDelivery: (pdu: Pdu) => void,
  ) {
    session.on('error', (error: Error) => this.break(`the connection failed (${describe(error)})`));
    session.on('pdu', (pdu) => this.hear(pdu as Pdu));
    this.ended = new Promise((resolve) => {
      session.on('close', () => {
        this.reason ??= 'the SMSC closed the connection';
        for (const fail of [...this.waiting]) fail(this.reason);
        resolve(this.reason);
      });
    });
  }

  /**
   * Connects and binds.
   * @param onDelivery gets every deliver_sm and data_sm, which it must `acknowledge`
   * @throws ConnectorError
   */
  static async bind(
    context: SmsContext,
    command: SmppBindCommand,
    onDelivery: OnDelivery,
  ): Promise<SmppLink> {
    const { settings } = context;
    const hostname = settings.smppHost ?? '';
    const host = await context.resolveHost(hostname);
    const session = smpp.connect({
      host,
      port: settings.smppPort,
      ...(settings.smppTls ? { tls: true, servername: hostname } : {}),
    });
    const link: SmppLink = new SmppLink(session, `${hostname}:${settings.smppPort}`, (pdu) =>
      onDelivery(link, pdu),
    );
    const stop = (): void => link.break('stopped by Wadah');
    context.signal.addEventListener('abort', stop);
    try {
      await link.connected(settings.smppTls ? 'secureConnect' : 'connect');
      const answer = await link.request(command, {
        system_id: settings.smppUser,
        password: settings.smppPassword,
        system_type: settings.smppSystemType,
        interface_version: SMPP_3_4,
      });
      if (answer.command_status !== 0) throw explainBind(answer.command_status, context.now());
      return link;
    } catch (error) {
      session.destroy();
      if (error instanceof LinkError) throw new ConnectorError('transient', error.message);
      throw error;
    } finally {
      context.signal.removeEventListener('abort', stop);
    }
  }

  /**
   * One request and its answer.
   * @throws LinkError
   */
  request(command: string, fields: Fields = {}, timeoutMs = ANSWER_TIMEOUT_MS): Promise<Pdu> {
    return new Promise((resolve, reject) => {
      const settle = (): void => {
        clearTimeout(timer);
        this.waiting.delete(lost);
      };
      const lost = (reason: string): void => {
        settle();
        reject(new LinkError(`${this.name}: ${reason}`, true));
      };
      const timer = setTimeout(() => lost(`no answer to ${command} within ${timeoutMs} ms`), timeoutMs);
      const answered = (pdu: Pdu): void => {
        settle();
        resolve(pdu);
      };
      this.waiting.add(lost);
      if (this.reason !== null || !this.session.send(new smpp.PDU(command, fields), answered)) {
        settle();
        reject(new LinkError(`${this.name}: ${this.reason ?? 'the connection is closed'}`, false));
      }
    });
  }

  /** Tells the SMSC that a delivery is stored for good. */
  acknowledge(delivery: Pdu): void {
    if (this.reason === null) this.session.send(delivery.response());
  }

  /** Ends it at once, for this reason. */
  break(reason: string): void {
    this.reason ??= reason;
    this.session.destroy();
  }

  /** Says good-bye first. */
  async close(): Promise<void> {
    await this.request('unbind', {}, UNBIND_TIMEOUT_MS).catch(() => undefined);
    this.break('closed by Wadah');
    await this.ended;
  }

  private async connected(event: 'connect' | 'secureConnect'): Promise<void> {
    let timer: NodeJS.Timeout | undefined;
    const reason = await Promise.race([
      new Promise<null>((resolve) => this.session.once(event, () => resolve(null))),
      this.ended,
      new Promise<string>((resolve) => {
        timer = setTimeout(
          () => resolve(`no connection within ${CONNECT_TIMEOUT_MS} ms`),
          CONNECT_TIMEOUT_MS,
        );
      }),
    ]).finally(() => clearTimeout(timer));
    if (reason !== null) throw new LinkError(`${this.name}: ${reason}`, false);
  }

  private hear(pdu: Pdu): void {
    if (pdu.isResponse()) return;
    switch (pdu.command) {
      case 'deliver_sm':
      case 'data_sm':
        return this.onDelivery(pdu);
      case 'unbind':
        this.session.send(pdu.response());
        return this.break('the SMSC has ended the session');
      default:
        // enquire_link gets its answer, what nobody knows a generic_nack; alert_notification and outbind want none.
        if (pdu.command === 'unknown' || `${pdu.command}_resp` in smpp.commands) {
          this.session.send(pdu.response());
        }
    }
  }
}

/** The connection, not the SMSC, has failed a request. */
export class LinkError extends Error {
  constructor(
    message: string,
    /** Whether the SMSC may have got it. */
    readonly wasSent: boolean,
  ) {
    super(message);
  }
}

export function accountOf({ settings }: SmsContext): string {
  return `${settings.shortCode} (${settings.smppUser}@${settings.smppHost})`;
}

function describe(error: Error): string {
  return (error as NodeJS.ErrnoException).code ?? error.message;
}
