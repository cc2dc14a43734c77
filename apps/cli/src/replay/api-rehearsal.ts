import type { OpenConnection } from '@app/connections';
import type { HostedApiHost, ParsedEvent } from '@app/connector-kit';
import type { LedgerRepository } from '@app/database';

/** A host that knows what is stored and stores nothing: what it is given goes into `events`. */
export function rehearsal(
  { row, context }: OpenConnection,
  ledger: LedgerRepository,
  events: ParsedEvent[],
): HostedApiHost<unknown> {
  return {
    settings: context.settings,
    takesReports: true,
    now: () => context.now(),
    store: (event) => Promise.resolve(void events.push(event)),
    ticketOf: async (kind, externalId) => {
      const [known] = await ledger.outcomes(row.id, [{ kind, externalId }]);
      return known ? { ticketCode: null } : null;
    },
    reports: () => Promise.resolve([]),
    withoutPersonalData: (text) => text,
  };
}
