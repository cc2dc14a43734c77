import type { GraphErrorRow } from '@app/graph-api';
import type { WhatsAppError } from './whatsapp-cloud.payload.js';

/** WhatsApp's own codes to a sending; the common ones are in graph-api. */
const REFUSALS: readonly (readonly [number, string])[] = [
  [130_472, 'WhatsApp withholds messages from this person at the moment (an experiment of Meta)'],
  [131_008, 'The message lacks something that WhatsApp demands'],
  [131_009, 'WhatsApp does not accept a part of the message'],
  [131_021, 'An account cannot write to itself'],
  [131_026, 'The person cannot receive it: no WhatsApp, an old version, or they have not accepted the terms'],
  [131_030, 'The number is in test mode and this person is not on its list of recipients'],
  [131_045, 'The number is not registered for the Cloud API'],
  [131_047, 'More than 24 hours have passed since the citizen wrote: only a template may be sent'],
  [131_049, 'WhatsApp limits how many promotional messages this person gets'],
  [131_050, 'The person has switched off promotional messages'],
  [131_051, 'WhatsApp does not know this kind of message'],
  [131_052, 'WhatsApp could not fetch the file'],
  [131_053, 'WhatsApp does not accept the file'],
  [132_000, 'The template has another number of parameters'],
  [132_001, 'WhatsApp has no template of this name in this language, or has not approved it'],
  [132_005, 'The template becomes too long with these parameters'],
  [132_007, 'WhatsApp refuses the words put into the template'],
  [132_012, 'A parameter of the template has the wrong form'],
  [132_015, 'WhatsApp has paused this template because of its quality'],
  [132_016, 'WhatsApp has switched this template off because of its quality'],
];

export const WHATSAPP_CLOUD_ERRORS: readonly GraphErrorRow[] = [
  {
    codes: [131_042],
    as: 'permission-missing',
    says: 'Meta cannot bill this account: see Business settings → WhatsApp accounts → Payment settings',
  },
  {
    codes: [131_048, 133_016],
    as: 'rate-limited',
    says: 'WhatsApp limits this number because many have marked its messages as spam',
    waitSeconds: 3600,
  },
  ...REFUSALS.map(([code, says]): GraphErrorRow => ({ codes: [code], as: 'reply-refused', says })),
];

/** Why a message that was accepted did not arrive, for the officer. */
export function failureReason(error: WhatsAppError | undefined): string {
  if (!error) return 'WhatsApp gives no reason';
  const known = REFUSALS.find(([code]) => code === error.code)?.[1];
  const words = known ?? error.error_data?.details ?? error.title ?? 'WhatsApp gives no reason';
  return `${words.slice(0, 300)}${error.code === undefined ? '' : ` (${error.code})`}`;
}
