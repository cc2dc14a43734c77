import { ConnectorError, type MediaSource } from '@app/connector-kit';
import type { OpenWebSession } from './whatsapp-web.open-session.js';
import type { WhatsappWebSettings } from './whatsapp-web.settings.js';

/** Files are encrypted for this account: the page fetches and decrypts them. */
export const whatsappWebMedia: MediaSource<WhatsappWebSettings> = {
  needsSession: true,

  async fetch({ messageExternalId, maxBytes }, { session }) {
    if (!session) throw new ConnectorError('transient', 'WhatsApp Web is not open');
    const file = await (session as OpenWebSession)
      .download(messageExternalId, maxBytes)
      .catch((cause: unknown) => {
        if (cause instanceof ConnectorError) throw cause;
        throw new ConnectorError('transient', 'WhatsApp Web could not fetch the file', { cause });
      });
    if (file === null) throw new ConnectorError('transient', 'WhatsApp does not have the file ready yet');
    if (file === 'gone') throw new ConnectorError('media-gone', 'WhatsApp no longer has the file');
    if (file === 'too-large') {
      throw new ConnectorError('media-too-large', `The file is larger than ${maxBytes} bytes`);
    }
    return file;
  },
};
