import { openSharedServer, watchServer } from '../../../../libs/database/src/embedded/index.js';
import type { Undo } from './start-all.js';
import type { StartSetup } from './start-steps.js';

/** @returns the address of the database; the embedded server, if it takes one, is left to `undo` */
export async function openDatabase({ environment, print }: StartSetup, undo: Undo): Promise<string> {
  if (environment.DATABASE_URL !== undefined) return environment.DATABASE_URL;
  const options = { dataFolder: environment.WADAH_DATA_DIR, log: print };
  const opening = openSharedServer(options);
  let endWatch: (() => Promise<void>) | null = null;
  let isEnding = false;
  // Before it is awaited: asked to stop while it starts, there is still a server to be stopped.
  undo.push(async () => {
    isEnding = true;
    await endWatch?.();
    const server = await opening.catch(() => null);
    if ((await server?.leave()) === 'still-used') {
      print('PostgreSQL masih dipakai perintah Wadah lain; perintah itu akan menghentikannya.');
    }
  });
  const server = await opening;
  if (server.wasAdopted) print('PostgreSQL dari sebelumnya masih berjalan dan dipakai kembali.');
  if (!isEnding) endWatch = watchServer(server, options);
  return server.url;
}
