import type { Environment } from '@app/config';
import { findFreePort, isPortFree } from '../../../../libs/database/src/embedded/index.js';
import { StartError } from './start-steps.js';

const USUAL_PORT = 3000;
const TRIES = 100;

/**
 * PORT when set (0: any free one), else 3000 or the next free one.
 * @throws StartError when the wished port is taken
 */
export async function choosePort({ PORT, HOST }: Pick<Environment, 'PORT' | 'HOST'>): Promise<number> {
  if (PORT === 0) return findFreePort(HOST);
  if (PORT !== undefined) {
    if (await isPortFree(PORT, HOST)) return PORT;
    throw new StartError(
      `Port ${PORT} di ${HOST} tidak dapat dipakai (sudah dipakai proses lain, atau tidak diizinkan). ` +
        'Hentikan proses itu, atau pilih port lain: PORT=3001 npm start',
    );
  }
  for (let port = USUAL_PORT; port < USUAL_PORT + TRIES; port += 1) {
    if (await isPortFree(port, HOST)) return port;
  }
  throw new StartError(
    `Tidak ada port bebas di ${HOST} antara ${USUAL_PORT} dan ${USUAL_PORT + TRIES - 1}. Pilih sendiri dengan PORT.`,
  );
}

/** @returns the address for people on this machine */
export function addressOf(host: string, port: number): string {
  const isEverywhere = host === '0.0.0.0' || host === '::';
  const name = isEverywhere ? '127.0.0.1' : host.includes(':') ? `[${host}]` : host;
  return `http://${name}:${port}`;
}
