import { createHash } from 'node:crypto';
import { ConnectorError, fetchMediaUrl, type MediaSource } from '@app/connector-kit';
import { callGraph, GraphError } from '@app/graph-api';
import { z } from 'zod';
import type { WhatsAppCloudSettings } from './whatsapp-cloud.settings.js';

const mediaSchema = z.looseObject({
  url: z.url(),
  mime_type: z.string().optional(),
  sha256: z.string().optional(),
  file_size: z.coerce.number().optional().catch(undefined),
});
/** "Object does not exist": a media id lives for seven days. */
const GONE = { code: 100, subcode: 33 };

/** The id gives an address that works for five minutes and wants the token; what comes must have the promised hash. */
export const whatsAppCloudMedia: MediaSource<WhatsAppCloudSettings> = {
  async fetch({ attachment, maxBytes }, context) {
    const { externalId, fileName } = attachment;
    if (externalId === undefined) throw new ConnectorError('media-gone', 'WhatsApp gave no file with this');
    const query = { phone_number_id: context.settings.phoneNumberId };
    const about = await callGraph(context, { path: externalId, query }, mediaSchema).catch(
      (error: unknown) => {
        throw isGone(error)
          ? new ConnectorError('media-gone', 'WhatsApp keeps files for seven days only')
          : error;
      },
    );
    if ((about.file_size ?? 0) > maxBytes) {
      throw new ConnectorError('media-too-large', `The file is larger than ${maxBytes} bytes`);
    }
    const headers = { authorization: `Bearer ${context.settings.accessToken}` };
    const content = await fetchMediaUrl(context, about.url, { maxBytes, headers }).catch((error: unknown) => {
      throw ranOut(error);
    });
    if (about.sha256 !== undefined && !hasHash(content.body, about.sha256)) {
      throw new ConnectorError(
        'transient',
        'The file came damaged: its SHA-256 is not the one that WhatsApp told',
      );
    }
    const mimeType = about.mime_type?.split(';')[0]?.trim() ?? content.mimeType;
    return { body: content.body, ...(mimeType ? { mimeType } : {}), ...(fileName ? { fileName } : {}) };
  },
};

function isGone(error: unknown): boolean {
  if (!(error instanceof GraphError)) return false;
  const { code, error_subcode: subcode } = error.refusal;
  return (code === GONE.code && subcode === GONE.subcode) || error.status === 404;
}

/** The id was good a moment ago, so the address has run out: a new attempt gets a new one. */
function ranOut(error: unknown): unknown {
  if (!(error instanceof ConnectorError) || error.code !== 'media-gone') return error;
  return new ConnectorError(
    'transient',
    'The address of the file has run out; the next attempt gets a new one',
  );
}

/** Meta writes the hash in hexadecimal here and in Base64 in webhooks. */
function hasHash(body: Buffer, promised: string): boolean {
  const hash = createHash('sha256').update(body).digest();
  return [hash.toString('hex'), hash.toString('base64')].some(
    (text) => text === promised || text === promised.toLowerCase(),
  );
}
