import { EventEmitter, once } from 'node:events';
import type { AddressInfo, Server } from 'node:net';
import smpp, { type Pdu, type Session } from 'smpp';

export interface SmscDelivery {
  readonly from: string;
  readonly body: Buffer;
  readonly dataCoding?: number;
  readonly esmClass?: number;
  /** TLVs and other fields. */
  readonly more?: Readonly<Record<string, unknown>>;
}

export interface SubmittedSms {
  readonly messageId: string;
  readonly to: string;
  readonly text: string;
  readonly dataCoding: number;
  readonly wantsReceipt: boolean;
  /** The header's bytes in hex, when there is one. */
  readonly header: string | null;
}

const BINDS = ['bind_transceiver', 'bind_receiver', 'bind_transmitter'] as const;
type Bind = (typeof BINDS)[number];
/** A request that this kind of bind does not allow. */
const ESME_RINVBNDSTS = 0x04;

interface Kept {
  readonly delivery: SmscDelivery;
  isSent: boolean;
}

/**
 * An operator's SMSC, made of the package smpp: it keeps every SMS until its deliver_sm_resp has come, and delivers
 * again to the next bind what was not acknowledged.
 */
export class Smsc {
  readonly systemId = 'pemda';
  readonly password = 'rahasia';
  readonly submitted: SubmittedSms[] = [];
  /** Bodies of deliveries in the order in which they were acknowledged. */
  readonly acknowledged: Buffer[] = [];
  deliveryCount = 0;
  bindCount = 0;
  /** In which directions others have bound, the latest last. */
  readonly binds: Bind[] = [];
  answersEnquiries = true;
  answersSubmits = true;
  private readonly events = new EventEmitter();
  private readonly kept: Kept[] = [];
  private readonly refusals: number[] = [];
  private bound: Session | null = null;
  private readonly directions = new WeakMap<Session, Bind>();
  private readonly sessions = new Set<Session>();
  private server: Server;

  /** @param window how many deliveries may be unacknowledged at a time */
  constructor(private readonly window = 10) {}

  async start(port = 0): Promise<void> {
    this.server = smpp.createServer({}, (session) => this.serve(session));
    await new Promise<void>((resolve) => this.server.listen(port, '127.0.0.1', resolve));
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  get settings() {
    return {
      mode: 'smpp',
      shortCode: '1708',
      smppHost: '127.0.0.1',
      smppPort: this.port,
      smppUser: this.systemId,
      smppPassword: this.password,
      messagesPerSecond: 1000,
    };
  }

  /** SMS that the SMSC still keeps. */
  get keptCount(): number {
    return this.kept.length;
  }

  get sessionCount(): number {
    return this.sessions.size;
  }

  deliver(delivery: SmscDelivery): void {
    this.kept.push({ delivery, isSent: false });
    this.pump();
  }

  deliverReceipt(messageId: string, state: string, more: Readonly<Record<string, unknown>> = {}): void {
    const text = `id:${messageId} sub:001 dlvrd:001 submit date:2611240158 done date:2611240159 stat:${state} err:000 text:`;
    this.deliver({ from: '628990000101', body: Buffer.from(text), esmClass: 0x04, more });
  }

  /** The next submit_sm gets this command_status; 0 takes it. Several are used one after the other. */
  refuseNext(status: number): void {
    this.refusals.push(status);
  }

  /** Resolves when `isTrue` holds, looked at whenever something has happened. */
  async until(isTrue: () => boolean, limitMs = 45_000): Promise<void> {
    const signal = AbortSignal.timeout(limitMs);
    while (!isTrue()) await once(this.events, 'change', { signal });
  }

  /** Resolves when the other side has answered: all that it sent before is here then. */
  async roundTrip(): Promise<void> {
    await new Promise<void>((resolve) => {
      this.bound?.send(new smpp.PDU('enquire_link'), () => resolve());
    });
  }

  /** Breaks every connection, or those of one direction; what was not acknowledged comes again. */
  cut(which?: Bind): void {
    for (const session of this.sessions) {
      if (which === undefined || this.directions.get(session) === which) session.destroy();
    }
  }

  async stop(): Promise<void> {
    this.cut();
    await new Promise<void>((resolve) => this.server.close(() => resolve()));
  }

  private serve(session: Session): void {
    this.sessions.add(session);
    session.on('error', () => session.destroy());
    session.on('close', () => {
      this.sessions.delete(session);
      if (this.bound === session) this.bound = null;
      for (const kept of this.kept) kept.isSent = false;
      this.changed();
    });
    for (const command of BINDS) {
      session.on(command, (pdu: Pdu) => this.bind(session, command, pdu));
    }
    session.on('submit_sm', (pdu: Pdu) => this.submit(session, pdu));
    session.on('enquire_link', (pdu: Pdu) => {
      if (this.answersEnquiries) session.send(pdu.response());
    });
    session.on('unbind', (pdu: Pdu) => {
      session.send(pdu.response());
      session.close();
    });
  }

  private bind(session: Session, command: Bind, pdu: Pdu): void {
    const isKnown = pdu['system_id'] === this.systemId && pdu['password'] === this.password;
    session.send(pdu.response({ command_status: isKnown ? 0 : 0x0e, system_id: 'SMSC' }));
    if (!isKnown) return;
    if (command !== 'bind_transmitter') this.bound = session;
    this.directions.set(session, command);
    this.binds.push(command);
    this.bindCount += 1;
    this.changed();
    this.pump();
  }

  private submit(session: Session, pdu: Pdu): void {
    // It has bound for the other direction only.
    const refusal =
      this.directions.get(session) === 'bind_receiver' ? ESME_RINVBNDSTS : this.refusals.shift();
    if (refusal) return void session.send(pdu.response({ command_status: refusal }));
    const messageId = `MID${this.submitted.length + 1}`;
    const { message, udh } = pdu['short_message'] as { message: string; udh?: Buffer[] };
    this.submitted.push({
      messageId,
      to: String(pdu['destination_addr']),
      text: message,
      dataCoding: Number(pdu['data_coding']),
      wantsReceipt: pdu['registered_delivery'] === 1,
      header: udh ? Buffer.concat(udh).toString('hex') : null,
    });
    if (this.answersSubmits) session.send(pdu.response({ message_id: messageId }));
    this.changed();
  }

  /** As it goes over the wire. */
  pduOf({ from, body, dataCoding = 0, esmClass = 0, more = {} }: SmscDelivery): Pdu {
    return new smpp.PDU('deliver_sm', {
      source_addr: from,
      source_addr_ton: 1,
      source_addr_npi: 1,
      destination_addr: '1708',
      data_coding: dataCoding,
      esm_class: esmClass,
      short_message: body,
      ...more,
    });
  }

  private pump(): void {
    const { bound } = this;
    if (!bound) return;
    for (const kept of this.kept) {
      if (this.kept.filter(({ isSent }) => isSent).length >= this.window) return;
      if (kept.isSent) continue;
      kept.isSent = true;
      this.deliveryCount += 1;
      bound.send(this.pduOf(kept.delivery), (answer) => {
        if (answer.command_status !== 0) return;
        this.kept.splice(this.kept.indexOf(kept), 1);
        this.acknowledged.push(kept.delivery.body);
        this.changed();
        this.pump();
      });
      this.changed();
    }
  }

  private changed(): void {
    this.events.emit('change');
  }
}
