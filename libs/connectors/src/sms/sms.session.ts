import { ConnectorError, type SessionContext, type SessionSource } from '@app/connector-kit';
import { AnswerParts } from './sms.answer-parts.js';
import { Intake } from './sms.intake.js';
import type { SmsSettings } from './sms.settings.js';
import { SmppBinds } from './sms.smpp-binds.js';
import { readDelivery } from './sms.smpp-protocol.js';
import { SmppSession } from './sms.smpp-session.js';

const TICK_MS = 500;
/**
 * An assumption: SMPP 3.4 (5.2.16) leaves it to the SMSC how long an SMS is valid. An operator who keeps it for less
 * loses what Wadah does not show as a gap.
 */
const KEEPS_MS = 24 * 3_600_000;

/** The bind to the operator's SMSC. What is not acknowledged when it ends, the SMSC delivers again to the next one. */
export const smsSession: SessionSource<SmsSettings> = {
  keepsMs: KEEPS_MS,
  isEnabled: (settings) => settings.mode === 'smpp',

  async run(context) {
    const answers = new AnswerParts(context.folder);
    await answers.load();
    const intake = new Intake(context, answers);
    const binds = await bind(context, intake);
    if (!binds) return;
    try {
      const session = new SmppSession(binds.transmitter, context, answers);
      context.offer(session);
      context.report({ status: 'open', account: session.account });
      const reason = await held(binds, intake, context);
      if (!context.signal.aborted) {
        await intake.settled();
        throw new ConnectorError('transient', `The connection to the SMSC broke: ${reason}`);
      }
      // In this order: what still comes after the last is stored stays with the SMSC.
      await intake.close().catch(() => undefined);
      await binds.close();
    } finally {
      binds.break('the session has ended');
    }
  },
};

/** @returns null when the host has stopped it meanwhile */
async function bind(context: SessionContext<SmsSettings>, intake: Intake): Promise<SmppBinds | null> {
  try {
    return await SmppBinds.open(context, (link, pdu) => {
      intake.take(readDelivery(pdu), () => link.acknowledge(pdu));
    });
  } catch (error) {
    if (context.signal.aborted) return null;
    throw error;
  }
}

/**
 * Keeps the connections awake until it breaks or the session is to end.
 * @returns why it broke
 * @throws what storing has failed with: the SMSC delivers again to the next session
 */
async function held(
  binds: SmppBinds,
  intake: Intake,
  { signal, settings }: SessionContext<SmsSettings>,
): Promise<string> {
  const pauseMs = settings.smppEnquireSeconds * 1000;
  let lastEnquiry = Date.now();
  let isAsking = false;
  const ticking = setInterval(() => {
    intake.tick();
    const isDue = Date.now() - lastEnquiry >= pauseMs || intake.hasManyUnheard;
    if (isAsking || !isDue) return;
    isAsking = true;
    lastEnquiry = Date.now();
    void enquire(binds, intake).finally(() => (isAsking = false));
  }, TICK_MS);
  const stopped = new Promise<string>((resolve) => {
    if (signal.aborted) resolve('stopped');
    signal.addEventListener('abort', () => resolve('stopped'), { once: true });
  });
  try {
    return await Promise.race([binds.ended, stopped, intake.failed]);
  } finally {
    clearInterval(ticking);
  }
}

/** What was acknowledged before is known to have been heard once the same connection has answered. */
async function enquire(binds: SmppBinds, intake: Intake): Promise<void> {
  const mark = intake.mark();
  if (await binds.enquire()) intake.heard(mark);
}
