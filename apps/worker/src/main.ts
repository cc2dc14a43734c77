import 'reflect-metadata';
import { exitWithParent, loadSecretKey, readEnvironment, reportReady } from '@app/config';
import { startWorker } from './start-worker.js';

const environment = readEnvironment();
if (!environment.DATABASE_URL) throw new Error('DATABASE_URL is not set: start with `npm start`');
const worker = await startWorker({
  databaseUrl: environment.DATABASE_URL,
  redisUrl: environment.REDIS_URL,
  secretKey: await loadSecretKey(environment),
  allowsPrivateAddresses: environment.WADAH_ALLOW_PRIVATE_ADDRESSES,
  timeZone: environment.WADAH_TIME_ZONE,
  applicationName: 'wadah-worker',
  dataFolder: environment.WADAH_DATA_DIR,
  healthPort: environment.WADAH_WORKER_PORT,
});
exitWithParent(() => worker.close());
reportReady();
