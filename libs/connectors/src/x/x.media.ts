import { ConnectorError, fetchMediaUrl, type MediaSource } from '@app/connector-kit';
import { callX, X_IDLE_TIMEOUT_MS } from './x.client.js';
import { unrecognisedAnswer } from './x.errors.js';
import type { XSettings } from './x.settings.js';

/** Files of direct messages lie here and are given only to those who write to each other; all others are public. */
const PRIVATE_HOSTS: ReadonlySet<string> = new Set(['ton.twitter.com', 'ton.x.com']);

export const xMedia: MediaSource<XSettings> = {
  async fetch({ attachment: { url }, maxBytes }, context) {
    if (url === undefined) throw new ConnectorError('media-gone', 'X gave no file with this');
    if (!isPrivate(url)) return fetchMediaUrl(context, url, { maxBytes });
    const body: unknown = await callX(context, 'file', (api) =>
      api.get(url, {}, { prefix: '', forceParseMode: 'buffer', timeout: X_IDLE_TIMEOUT_MS }),
    );
    if (!Buffer.isBuffer(body)) throw unrecognisedAnswer('file', 'with something that is no file');
    if (body.length > maxBytes) {
      throw new ConnectorError('media-too-large', 'The file is larger than Wadah keeps; open it on x.com');
    }
    return { body };
  },
};

/** Only these see a signed request. */
function isPrivate(url: string): boolean {
  const { protocol, host } = new URL(url);
  return protocol === 'https:' && PRIVATE_HOSTS.has(host);
}
