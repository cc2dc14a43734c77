import { ConnectorError, type ConnectorHealth } from '@app/connector-kit';
import { XMLParser } from 'fast-xml-parser';
import { z } from 'zod';
import { callSendsms, explainSendsms, type SmsContext } from './sms.kannel-api.js';

const statusSchema = z.looseObject({
  gateway: z.looseObject({
    status: z.string(),
    smscs: z.looseObject({
      smsc: z.array(z.looseObject({ id: z.coerce.string(), status: z.string() })).default([]),
    }),
  }),
});
const parser = new XMLParser({ isArray: (name) => name === 'smsc' });

/** Looks at Kannel's status page where it is known, and always whether sendsms would take an answer. */
export async function kannelHealth(context: SmsContext): Promise<ConnectorHealth> {
  const trouble = await sendsmsTrouble(context);
  if (trouble) throw trouble;
  const { kannelStatusUrl, shortCode, callbackUrl } = context.settings;
  if (kannelStatusUrl) {
    const reason = await operatorTrouble(context, kannelStatusUrl);
    if (reason) return { status: 'degraded', reason };
  }
  if (callbackUrl === undefined)
    return { status: 'healthy', account: `${shortCode}, without delivery reports` };
  return { status: 'healthy', account: shortCode };
}

/** Asks for an SMS to nobody: the password is checked first, the missing receiver is refused after. */
async function sendsmsTrouble(context: SmsContext): Promise<ConnectorError | null> {
  const answer = await callSendsms(context, {}, '').catch((error: unknown) => {
    // Nothing can have been sent: not knowing the outcome is a time-out here, no more.
    if (error instanceof ConnectorError && error.code === 'outcome-unknown') {
      throw new ConnectorError('transient', error.message);
    }
    throw error;
  });
  if (answer.status === 400 && /receiver/i.test(answer.body.toString('utf8'))) return null;
  const explained = explainSendsms(answer, context.now());
  if (explained.code === 'reply-refused' || (explained.code === 'outcome-unknown' && answer.status < 500)) {
    return new ConnectorError(
      'permission-missing',
      'What answers at the sendsms address is not Kannel’s smsbox',
    );
  }
  return explained.code === 'outcome-unknown'
    ? new ConnectorError('transient', explained.message)
    : explained;
}

/** @returns what is wrong between Kannel and the operator */
async function operatorTrouble(context: SmsContext, address: string): Promise<string | undefined> {
  const url = new URL(address);
  const { kannelStatusPassword } = context.settings;
  if (kannelStatusPassword) url.searchParams.set('password', kannelStatusPassword);
  const { status, body } = await context.http.request({
    method: 'GET',
    url: url.href,
    signal: context.signal,
  });
  if (status !== 200) return `Kannel’s status page answers ${status}`;
  const xml = body.toString('utf8');
  if (/\bDenied\b/.test(xml)) return 'Kannel refuses the password of its status page';
  const page = readPage(xml);
  if (!page)
    return 'What answers at the address of the status page is not Kannel: it should end in /status.xml';
  const { status: state, smscs } = page.gateway;
  if (!state.startsWith('running')) return `Kannel is ${state.split(',')[0]}`;
  const down = smscs.smsc.filter((smsc) => !smsc.status.startsWith('online'));
  if (smscs.smsc.length > 0 && down.length === 0) return undefined;
  const which = down.map((smsc) => `${smsc.id} (${smsc.status.split(' ')[0]})`).join(', ');
  return `Kannel is not connected to the operator: ${which || 'no SMSC is configured'}`;
}

function readPage(xml: string): z.infer<typeof statusSchema> | undefined {
  try {
    return statusSchema.safeParse(parser.parse(xml)).data;
  } catch {
    return undefined;
  }
}
