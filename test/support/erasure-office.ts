import type { ReportDetail } from '@app/api-contract';
import { Database } from '@app/database';
import { dumpDatabase } from './dump-database.js';
import { signInInvited } from './first-admin.js';
import type { Call, Office } from './full-report.js';
import { startTelegramDouble } from './telegram-double.js';
import { startTestSystem, type TestSystem } from './test-system.js';

/** An installation with a channel and two people in it, and what shows whether something is still there. */
export interface ErasureOffice extends Office {
  readonly system: TestSystem;
  readonly connectionId: string;
  detail(id: string): Promise<ReportDetail>;
  /** Every row of every table. */
  dump(): Promise<string>;
  isBalanced(): Promise<boolean>;
  close(): Promise<void>;
}

export async function startErasureOffice(): Promise<ErasureOffice> {
  const system = await startTestSystem();
  const telegram = await startTelegramDouble();
  const database = system.api.app.get(Database, { strict: false });
  const body = { channel: 'telegram', name: 'Bot', settings: telegram.settings };
  const connectionId: string = (await system.admin.call('POST', '/connections', body)).body.id;
  const invitation = { email: 'budi@example.go.id', role: 'officer' } as const;
  const { id: colleagueId } = await signInInvited(system.api, system.admin, invitation);
  const call: Call = async (method, route, given) => {
    const answer = await system.admin.call(method, route, given);
    if (answer.status >= 400) throw new Error(`${route}: ${answer.status} ${JSON.stringify(answer.body)}`);
    return answer.body;
  };
  return {
    ...{ system, telegram, database, connectionId, colleagueId, call },
    detail: (id) => call('GET', `/reports/${id}`),
    dump: () => dumpDatabase(database),
    isBalanced: async () => (await call('GET', '/reconciliation')).isBalanced as boolean,
    close: async () => {
      await telegram.stop();
      await system.close();
    },
  };
}
