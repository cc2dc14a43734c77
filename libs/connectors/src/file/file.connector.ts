import type { Connector, ConnectorHealth } from '@app/connector-kit';
import { fileExample } from './file.example.js';
import { normaliseRow } from './file.normalise.js';
import { replayFile } from './file.replay.js';
import { fileSettingsSchema, type FileSettings } from './file.settings.js';

/** Reports from a file, brought in with `wadah import`. Nothing can be answered there. */
export const fileConnector: Connector<FileSettings> = {
  descriptor: {
    code: 'file',
    displayName: { id: 'Impor berkas', en: 'File import' },
    settingsSchema: fileSettingsSchema,
    identityScope: 'connection',
    isHiddenFromAdmins: true,
  },
  example: fileExample,
  replay: replayFile,
  normalise: normaliseRow,

  health(): Promise<ConnectorHealth> {
    return Promise.resolve({ status: 'healthy' });
  },
};
