import 'reflect-metadata';
import { exitWithParent, loadSecretKey, projectFile, readEnvironment, reportReady } from '@app/config';
import { apiConfig } from './api.config.js';
import { createApi } from './create-api.js';

const environment = readEnvironment();
const config = apiConfig(environment, {
  secretKey: await loadSecretKey(environment),
  inboxFolder: projectFile('dist', 'apps', 'inbox'),
});
const app = await createApi(config);
exitWithParent(() => app.close());
await app.listen(config.port, config.host);
reportReady(await app.getUrl());
