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
  readonly readOnly?: boolean;
  /** Days until it ends; absent: works until it is revoked. */
  readonly days?: string;
}

const DAY_MS = 86_400_000;
const MOST_DAYS = 3_650;

/** `wadah token create`: the token alone on stdout, so that it can be piped into a secret store. */
export async function runTokenCreate(
  name: string,
  { role, agency, readOnly = false, days }: TokenOptions,
  { stdout, stderr }: { readonly stdout: Writable; readonly stderr: Writable },
): Promise<number> {
  if (!isRole(role)) throw new Error(`Peran "${role}" tidak dikenal; pilih: ${ROLES.join(', ')}`);
  if ((role === 'agency-member') !== (agency !== undefined)) {
    throw new Error('Peran agency-member, dan hanya peran itu, memerlukan --agency <kode instansi>');
  }
  const expiresAt = endOf(days);
  return withDatabaseUrl(readEnvironment(), (url) =>
    withApplication(url, [AccountsModule], async (app) => {
      const agencies = await app.get(AgencyRepository, { strict: false }).list();
      const found = agencies.find(({ code }) => code === agency);
      if (agency !== undefined && !found) {
        const known = agencies.map(({ code }) => code).join(', ') || 'belum ada instansi';
        throw new Error(`Tidak ada instansi dengan kode "${agency}" (${known})`);
      }
      const creator = app.get(CreateApiTokenService, { strict: false });
      const { id, token } = await creator.create(SYSTEM_ACTOR, {
        ...{ name, role, expiresAt },
        agencyId: found?.id ?? null,
        isReadOnly: readOnly,
      });
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

function endOf(days: string | undefined): Date | null {
  if (days === undefined) return null;
  const count = /^\d{1,4}$/.test(days) ? Number(days) : 0;
  if (count < 1 || count > MOST_DAYS) {
    throw new Error(`--days "${days}" bukan jumlah hari dari 1 sampai ${MOST_DAYS}`);
  }
  return new Date(Date.now() + count * DAY_MS);
}

function isRole(name: string): name is Role {
  return (ROLES as readonly string[]).includes(name);
}
