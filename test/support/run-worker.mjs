import { Buffer } from 'node:buffer';
import { startWorker } from '../../dist/apps/worker/src/start-worker.js';
import { CONNECTORS, createWhatsappWebConnector } from '../../dist/libs/connectors/src/index.js';

// A worker of its own process, to be killed by a test.

const { databaseUrl, secretKey, dataFolder, page, corpusFolder } = JSON.parse(process.argv[2]);

const worker = await startWorker({
  databaseUrl,
  secretKey: Buffer.from(secretKey, 'base64'),
  dataFolder,
  timeZone: 'Asia/Makassar',
  ...(corpusFolder && { corpusFolder }),
  allowsPrivateAddresses: true,
  applicationName: 'wadah-test-worker',
  sweepPace: { lookMs: 2_000 },
  connectors: CONNECTORS.map((connector) =>
    connector.descriptor.code === 'whatsapp-web' ? createWhatsappWebConnector(page) : connector,
  ),
});
process.on('SIGTERM', () => worker.close().then(() => process.exit(0)));
process.send('ready');
