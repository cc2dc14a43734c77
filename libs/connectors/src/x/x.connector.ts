import type { Connector } from '@app/connector-kit';
import { xExample } from './x.example.js';
import { X_ITEM_NAMES } from './x.budget.js';
import { DailyReads } from './x.daily-reads.js';
import { xHealth } from './x.health.js';
import { normaliseXEvent } from './x.normalise.js';
import { XMentions } from './x.pull.js';
import { XReplies } from './x.replies.js';
import { xSettingsSchema, type XSettings } from './x.settings.js';

/** X (Twitter): mentions by pull, public replies. One per process: it remembers what X has charged today. */
export function createXConnector(): Connector<XSettings> {
  const reads = new DailyReads();
  return {
    descriptor: {
      code: 'x',
      displayName: { id: 'X (Twitter)', en: 'X (Twitter)' },
      settingsSchema: xSettingsSchema,
      identityScope: 'channel',
      costNote: {
        id:
          'Berbayar per pemakaian: sekitar Rp 17 per sebutan dan Rp 165 per akun warga per hari; balasan Rp 250, ' +
          'dengan tautan Rp 3.300.',
        en:
          'Pay per use: about Rp 17 a mention and Rp 165 a citizen’s account a day; a reply Rp 250, with a link ' +
          'Rp 3,300.',
      },
      usageNames: X_ITEM_NAMES,
    },
    pull: new XMentions(reads),
    replies: new XReplies(),
    example: xExample,
    normalise: normaliseXEvent,
    health: (context) => xHealth(context, reads),
  };
}

export const xConnector = createXConnector();
