import type { SessionContext } from '@app/connector-kit';
import type { WhatsappWebSettings } from './whatsapp-web.settings.js';

const DAY_S = 86_400;
/** Messages may come a little out of order; those that are known already do no harm. */
const OVERLAP_S = 300;

/** Where reading stands, in Unix seconds. */
export interface Place {
  /** The newest message that is stored. */
  readonly newest: number;
  /** From when on to look for what was missed. */
  readonly since: number;
}

export function placeAfter(newest: number): Place {
  return { newest, since: newest - OVERLAP_S };
}

/** Linked for the first time: from now on, or as many days before as the settings say. */
export function startPlace({
  cursor,
  settings,
  now,
}: Pick<SessionContext<WhatsappWebSettings>, 'cursor' | 'settings' | 'now'>): Place {
  const stored = /^since:(\d+)$/.exec(cursor ?? '')?.[1];
  if (stored !== undefined) return placeAfter(Number(stored));
  const start = Math.floor(now().getTime() / 1000) - settings.historyDays * DAY_S;
  return { newest: start, since: start };
}

export function writeCursor({ newest }: Place): string {
  return `since:${newest}`;
}
