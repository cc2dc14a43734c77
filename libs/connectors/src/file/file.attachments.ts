import type { AttachmentKind, InboundAttachment } from '@app/report-model';

/** Endings of files, and the words for a file that an export has left out. */
const KINDS: readonly (readonly [AttachmentKind, RegExp])[] = [
  ['image', /^(image|gambar|foto|photo|gif)$|\.(jpe?g|png|gif|heic)$/i],
  ['video', /^video|\.(mp4|mov|3gp|webm)$/i],
  ['audio', /^(audio|voice)|\.(opus|ogg|m4a|mp3|aac|amr|wav)$/i],
  ['sticker', /^(sticker|stiker)|\.(webp|tgs)$/i],
  ['contact', /^(contact|kartu kontak)|\.vcf$/i],
  ['document', /^(document|dokumen)|\.\w{2,5}$/i],
];

/** A file that an export names: it stays where the export is, only its name goes along. */
export function attachmentOf(name: string): InboundAttachment {
  const kind = KINDS.find(([, pattern]) => pattern.test(name))?.[0] ?? 'other';
  return /\.\w{2,5}$/.test(name) ? { kind, fileName: name } : { kind, description: name };
}
