import { register } from 'node:module';
import { Buffer } from 'node:buffer';

// A worker of its own process, from the sources, to be killed by a test.
register('./typescript-hooks.mjs', import.meta.url);

const { databaseUrl, secretKey, dataFolder, page } = JSON.parse(process.argv[2]);
const { CONNECTORS, createWhatsappWebConnector } = await import('../../libs/connectors/src/index.ts');
const { startWorker } = await import('../../apps/worker/src/start-worker.ts');

const worker = await startWorker({
  databaseUrl,
  secretKey: Buffer.from(secretKey, 'base64'),
  dataFolder,
  allowsPrivateAddresses: true,
  applicationName: 'wadah-test-worker',
  connectors: CONNECTORS.map((connector) =>
    connector.descriptor.code === 'whatsapp-web' ? createWhatsappWebConnector(page) : connector,
  ),
});
process.on('SIGTERM', () => worker.close().then(() => process.exit(0)));
process.send('ready');
