import { ConnectorError, type MediaSource } from '@app/connector-kit';
import { readAttachment } from '@app/mail-parsing';
import { emailPayloadSchema } from './email.payload.js';
import type { EmailSettings } from './email.settings.js';

/** Files lie in the bytes that are stored with the mail: nobody is asked. */
export const emailMedia: MediaSource<EmailSettings> = {
  async fetch({ attachment, event, maxBytes }) {
    const payload = emailPayloadSchema.safeParse(event?.payload);
    if (!payload.success) throw new ConnectorError('media-gone', 'The mail itself is no longer kept');
    if (attachment.externalId === 'left-behind') {
      throw new ConnectorError(
        'media-gone',
        'The mail was over the size limit of this connection: the file is still in the mailbox',
      );
    }
    const file = await readAttachment(Buffer.from(payload.data.raw, 'base64'), Number(attachment.externalId));
    if (!file) throw new ConnectorError('media-gone', 'The mail holds no such file');
    if (file.content.length > maxBytes) {
      throw new ConnectorError('media-too-large', `The file has ${file.content.length} bytes`);
    }
    return {
      body: file.content,
      mimeType: file.contentType,
      ...(file.filename ? { fileName: file.filename } : {}),
    };
  },
};
