import { findBinaries } from './binaries.js';
import { giveTo, hasCluster, setPassword } from './cluster.js';
import { createCluster } from './create-cluster.js';
import { launchPostmaster, type LaunchOptions, type LaunchResult } from './launch.js';
import { disownStaleLockFile } from './postmaster.js';
import { keepPassword, newPassword, readPassword } from './server-password.js';
import { accountFor } from './unprivileged-account.js';

/**
 * One try at starting the server on a cluster that nobody serves; the cluster is made when missing.
 * @throws EmbeddedServerError when trying again cannot help
 */
export async function startOnce(options: Omit<LaunchOptions, 'account' | 'binaries'>): Promise<LaunchResult> {
  const { cluster, dataFolder } = options;
  const account = accountFor(cluster);
  const binaries = await findBinaries(account, dataFolder);
  const known = await readPassword(dataFolder);
  const isThere = await hasCluster(cluster, binaries.majorVersion);
  const password = known ?? (isThere ? newPassword() : await keepPassword(dataFolder, newPassword()));
  const isDurable = options.settings['fsync'] !== 'off';
  const clusterOptions = { dataFolder, cluster, binaries, account, password, isDurable };
  if (isThere) {
    if (account) await giveTo(account, cluster);
    await disownStaleLockFile(cluster);
    // Set before it is kept: killed in between, the next start sets another one.
    if (known === null) await setPassword(clusterOptions).then(() => keepPassword(dataFolder, password));
  } else {
    await createCluster(clusterOptions);
  }
  return launchPostmaster({ ...options, binaries, account });
}
