import { ConnectorError, fetchMediaUrl, type MediaSource } from '@app/connector-kit';
import { z } from 'zod';
import { askTelegram } from './telegram.api.js';
import { explainRefusal } from './telegram.errors.js';
import type { TelegramSettings } from './telegram.settings.js';

/** What Telegram lets a bot fetch. */
const MAX_BYTES = 20_000_000;

const fileSchema = z.looseObject({ file_path: z.string().optional() });

/** `getFile` gives an address that works for an hour; the token is a part of it. */
export const telegramMedia: MediaSource<TelegramSettings> = {
  async fetch({ attachment, maxBytes }, context) {
    const { externalId, sizeBytes } = attachment;
    if (externalId === undefined) throw new ConnectorError('media-gone', 'Telegram gave no file with this');
    if ((sizeBytes ?? 0) > Math.min(MAX_BYTES, maxBytes)) throw tooLarge();
    const answer = await askTelegram(context, 'getFile', { file_id: externalId }, fileSchema, {
      operation: 'read',
    });
    if (!answer.ok) {
      const description = answer.refusal.description ?? '';
      if (/too big/i.test(description)) throw tooLarge();
      if (answer.status === 400 && /temporarily/i.test(description)) {
        throw new ConnectorError('transient', 'Telegram cannot give the file at the moment');
      }
      if (answer.status === 400) throw new ConnectorError('media-gone', 'Telegram no longer has the file');
      throw explainRefusal(answer.status, answer.refusal, 'read', context.now());
    }
    const { file_path: path } = answer.result;
    if (path === undefined) throw new ConnectorError('transient', 'Telegram did not say where the file is');
    const { apiRoot, botToken } = context.settings;
    const address = `${apiRoot.replace(/\/+$/, '')}/file/bot${botToken}/${path}`;
    return fetchMediaUrl(context, address, { maxBytes });
  },
};

function tooLarge(): ConnectorError {
  return new ConnectorError(
    'media-too-large',
    'Telegram gives bots files of up to 20 MB; open this one in Telegram',
  );
}
