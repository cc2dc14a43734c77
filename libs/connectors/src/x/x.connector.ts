import type { Connector } from '@app/connector-kit';
import { XBackfill } from './x.backfill.js';
import { xExample } from './x.example.js';
import { X_ITEM_NAMES } from './x.budget.js';
import { DailyReads } from './x.daily-reads.js';
import { xHealth } from './x.health.js';
import { xMedia } from './x.media.js';
import { normaliseXEvent } from './x.normalise.js';
import { XPull } from './x.pull.js';
import { replayX } from './x.replay.js';
import { XReplies } from './x.replies.js';
import { xSettingsSchema, type XSettings } from './x.settings.js';
import { XStreamPages } from './x.stream-pages.js';
import { XStreams } from './x.streams.js';
import { xWebhook } from './x.webhook.js';

/**
 * X (Twitter): mentions, replies, quotes, direct messages and search hits, by pull and by webhook. One per process: it
 * remembers what X has charged today and which streams are in trouble.
 */
export function createXConnector(): Connector<XSettings> {
  const reads = new DailyReads();
  const streams = new XStreams();
  return {
    descriptor: {
      code: 'x',
      displayName: { id: 'X (Twitter)', en: 'X (Twitter)' },
      settingsSchema: xSettingsSchema,
      identityScope: 'channel',
      costNote: {
        id:
          'Berbayar per pemakaian: sekitar Rp 17 per sebutan dan Rp 165 per akun warga per hari; balasan Rp 250, ' +
          'dengan tautan Rp 3.300; pesan langsung Rp 165; hasil pencarian Rp 83.',
        en:
          'Pay per use: about Rp 17 a mention and Rp 165 a citizen’s account a day; a reply Rp 250, with a link ' +
          'Rp 3,300; a direct message Rp 165; a search hit Rp 83.',
      },
      usageNames: X_ITEM_NAMES,
    },
    pull: new XPull(reads, streams),
    webhook: xWebhook,
    backfill: new XBackfill(new XStreamPages(reads)),
    replies: new XReplies(),
    media: xMedia,
    example: xExample,
    replay: replayX,
    normalise: normaliseXEvent,
    health: (context) => xHealth(context, reads, streams),
  };
}

export const xConnector = createXConnector();
