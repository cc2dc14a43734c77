import type { Writable } from 'node:stream';
import { AccountsModule, CreateApiTokenService, RevokeApiTokenService, SYSTEM_ACTOR } from '@app/accounts';
import { readEnvironment } from '@app/config';
import { AgencyRepository } from '@app/database';
import { ROLES, type Role } from '@app/report-model';
import { withApplication } from '../with-application.js';
import { withDatabaseUrl } from '../with-database-url.js';

export interface TokenOptions {
  readonly role: string;
  /** Code of an agency, for the role agency-member. */
  readonly agency?: string;
}

/** `wadah token create`: the token alone on stdout, so that it can be piped into a secret store. */
export async function runTokenCreate(
  name: string,
  { role, agency }: TokenOptions,
  { stdout, stderr }: { readonly stdout: Writable; readonly stderr: Writable },
): Promise<number> {
  if (!isRole(role)) throw new Error(`Peran "${role}" tidak dikenal; pilih: ${ROLES.join(', ')}`);
  if ((role === 'agency-member') !== (agency !== undefined)) {
    throw new Error('Peran agency-member, dan hanya peran itu, memerlukan --agency <kode instansi>');
  }
  return withDatabaseUrl(readEnvironment(), (url) =>
    withApplication(url, [AccountsModule], async (app) => {
      const agencies = await app.get(AgencyRepository, { strict: false }).list();
      const found = agencies.find(({ code }) => code === agency);
      if (agency !== undefined && !found) {
        const known = agencies.map(({ code }) => code).join(', ') || 'belum ada instansi';
        throw new Error(`Tidak ada instansi dengan kode "${agency}" (${known})`);
      }
      const creator = app.get(CreateApiTokenService, { strict: false });
      const { id, token } = await creator.create(SYSTEM_ACTOR, { name, role, agencyId: found?.id ?? null });
      stderr.write(
        `Token API "${name}" (${role}) dibuat; hanya ditampilkan sekali ini. Cabut dengan: wadah token revoke ${id}\n`,
      );
      stdout.write(`${token}\n`);
      return 0;
    }),
  );
}

/** `wadah token revoke`. */
export async function runTokenRevoke(id: string, stdout: Writable): Promise<number> {
  return withDatabaseUrl(readEnvironment(), (url) =>
    withApplication(url, [AccountsModule], async (app) => {
      await app.get(RevokeApiTokenService, { strict: false }).revoke(SYSTEM_ACTOR, id);
      stdout.write('Token dicabut.\n');
      return 0;
    }),
  );
}

function isRole(name: string): name is Role {
  return (ROLES as readonly string[]).includes(name);
}
