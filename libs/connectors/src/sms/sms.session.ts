import { ConnectorError, type SessionContext, type SessionSource } from '@app/connector-kit';
import type { Pdu } from 'smpp';
import { AnswerParts } from './sms.answer-parts.js';
import { Intake } from './sms.intake.js';
import type { SmsSettings } from './sms.settings.js';
import { SmppLink } from './sms.smpp-link.js';
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
    const link = await bind(context, intake);
    if (!link) return;
    try {
      const session = new SmppSession(link, context, answers);
      context.offer(session);
      context.report({ status: 'open', account: session.account });
      const reason = await held(link, intake, context);
      if (!context.signal.aborted) {
        await intake.settled();
        throw new ConnectorError('transient', `The connection to the SMSC broke: ${reason}`);
      }
      // In this order: what still comes after the last is stored stays with the SMSC.
      await intake.close().catch(() => undefined);
      await link.close();
    } finally {
      link.break('the session has ended');
    }
  },
};

/** @returns null when the host has stopped it meanwhile */
async function bind(context: SessionContext<SmsSettings>, intake: Intake): Promise<SmppLink | null> {
  try {
    return await SmppLink.bind(context, (link: SmppLink, pdu: Pdu) => {
      intake.take(readDelivery(pdu), () => link.acknowledge(pdu));
    });
  } catch (error) {
    if (context.signal.aborted) return null;
    throw error;
  }
}

/**
 * Keeps the link awake until it breaks or the session is to end.
 * @returns why it broke
 * @throws what storing has failed with: the SMSC delivers again to the next session
 */
async function held(
  link: SmppLink,
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
    void enquire(link, intake).finally(() => (isAsking = false));
  }, TICK_MS);
  const stopped = new Promise<string>((resolve) => {
    if (signal.aborted) resolve('stopped');
    signal.addEventListener('abort', () => resolve('stopped'), { once: true });
  });
  try {
    return await Promise.race([link.ended, stopped, intake.failed]);
  } finally {
    clearInterval(ticking);
  }
}

async function enquire(link: SmppLink, intake: Intake): Promise<void> {
  const mark = intake.mark();
  try {
    await link.request('enquire_link');
    intake.heard(mark);
  } catch {
    link.break('the SMSC does not answer any more');
  }
}
