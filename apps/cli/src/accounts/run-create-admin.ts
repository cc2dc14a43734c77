import type { Writable } from 'node:stream';
import { AccountsModule, activationLink, InviteUserService, SYSTEM_ACTOR } from '@app/accounts';
import { readEnvironment } from '@app/config';
import { findRunningInstallation } from '../start/running-installation.js';
import { withApplication } from '../with-application.js';
import { withDatabaseUrl } from '../with-database-url.js';

/** `wadah create-admin`: invites an admin from the machine itself, e.g. when the only one has left. */
export async function runCreateAdmin(
  email: string,
  { name }: { readonly name?: string },
  stdout: Writable,
): Promise<number> {
  const environment = readEnvironment();
  const running = await findRunningInstallation(environment.WADAH_DATA_DIR);
  const address =
    environment.WADAH_PUBLIC_URL ?? running?.address ?? `http://127.0.0.1:${environment.PORT ?? 3000}`;
  return withDatabaseUrl(environment, (url) =>
    withApplication(url, [AccountsModule], async (app) => {
      const { token } = await app.get(InviteUserService, { strict: false }).invite(SYSTEM_ACTOR, {
        email,
        name: name ?? email,
        role: 'admin',
        agencyId: null,
      });
      stdout.write(`${activationLink(address, token)}\n`);
      return 0;
    }),
  );
}
