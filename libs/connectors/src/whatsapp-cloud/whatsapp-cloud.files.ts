import type { ConnectorContext, OutboundFile, ReplyFileLimits } from '@app/connector-kit';
import { callGraph } from '@app/graph-api';
import { z } from 'zod';
import type { WhatsAppCloudSettings } from './whatsapp-cloud.settings.js';

const MB = 1024 * 1024;
/** A larger picture goes as a document, which WhatsApp lets be up to 100 MB. */
const MAX_IMAGE_BYTES = 5 * MB;
const UPLOAD_TIMEOUT_MS = 120_000;

const IMAGES = ['image/jpeg', 'image/png'];
const VIDEOS = ['video/mp4', 'video/3gpp'];
const AUDIOS = ['audio/aac', 'audio/mp4', 'audio/mpeg', 'audio/amr', 'audio/ogg'];
const DOCUMENTS = [
  'application/pdf',
  'text/plain',
  'application/msword',
  'application/vnd.ms-excel',
  'application/vnd.ms-powerpoint',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/vnd.openxmlformats-officedocument.presentationml.presentation',
];

/** 16 MB is WhatsApp's limit for video and sound. */
export const WHATSAPP_FILES: ReplyFileLimits = {
  maxCount: 10,
  maxBytes: 16 * MB,
  mimeTypes: [...IMAGES, ...VIDEOS, ...AUDIOS, ...DOCUMENTS],
};

export interface UploadedFile {
  readonly kind: 'image' | 'video' | 'audio' | 'document';
  readonly mediaId: string;
  readonly fileName: string;
}

/** Gives WhatsApp a file to send; doing it twice does no harm. */
export async function uploadFile(
  context: ConnectorContext<WhatsAppCloudSettings>,
  file: OutboundFile,
): Promise<UploadedFile> {
  const form = new FormData();
  form.set('messaging_product', 'whatsapp');
  form.set('type', file.mimeType);
  form.set('file', new Blob([new Uint8Array(file.body)], { type: file.mimeType }), file.fileName);
  const request = {
    method: 'POST',
    path: `${context.settings.phoneNumberId}/media`,
    body: form,
    timeoutMs: UPLOAD_TIMEOUT_MS,
  } as const;
  const { id } = await callGraph(context, request, z.looseObject({ id: z.coerce.string() }));
  return { kind: kindOf(file), mediaId: id, fileName: file.fileName };
}

function kindOf({ mimeType, body }: OutboundFile): UploadedFile['kind'] {
  if (IMAGES.includes(mimeType) && body.length <= MAX_IMAGE_BYTES) return 'image';
  if (VIDEOS.includes(mimeType)) return 'video';
  if (AUDIOS.includes(mimeType)) return 'audio';
  return 'document';
}
