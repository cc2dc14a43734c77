import { ConnectorError, fetchMediaUrl, type MediaSource } from '@app/connector-kit';
import { mediaAddress } from './tiktok.api.js';
import { filedSchema, messageSchema } from './tiktok.payload.js';
import type { TiktokSettings } from './tiktok.settings.js';

/** The message and its conversation name a picture; the address that they give works for a while. */
export const tiktokMedia: MediaSource<TiktokSettings> = {
  async fetch({ attachment, messageExternalId, event, maxBytes }, context) {
    const mediaId = attachment.externalId;
    const message = event
      ? messageSchema.safeParse(filedSchema.parse(event.payload).content).data
      : undefined;
    if (!mediaId || !message)
      throw new ConnectorError('media-gone', 'What names the picture is no longer kept');
    const place = { conversationId: message.conversation_id, messageId: messageExternalId, mediaId };
    const { url, headers } = await mediaAddress(context, place);
    return fetchMediaUrl(context, url, { maxBytes, headers });
  },
};
