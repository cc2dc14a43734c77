import { isUtf8 } from 'node:buffer';
import { fileTypeFromBuffer } from 'file-type';

/** Kept: pictures, recordings, office documents, archives. Programs, scripts and web pages are not. */
const ALLOWED = [
  /^(image|video|audio)\/(?!svg)[\w.+-]+$/,
  /^application\/(pdf|rtf|zip|gzip|x-7z-compressed|vnd\.rar|x-rar-compressed|x-cfb|ogg|mp4|x-tgsticker)$/,
  /^application\/vnd\.(openxmlformats-officedocument|oasis\.opendocument|ms-excel|ms-powerpoint|ms-word)[\w.+-]*$/,
  /^application\/msword$/,
  /^text\/(plain|rtf|vcard|calendar)$/,
];
/** Shown in the page itself; everything else is offered for saving. */
const SHOWABLE = /^(image\/(jpeg|png|gif|webp|avif|bmp)|video\/(mp4|webm|quicktime|ogg)|audio\/[\w.+-]+)$/;
const LOOKS_LIKE_MARKUP = /^\s*(<!doctype|<html|<svg|<\?xml|<script|<body|<head|#!)/i;
const SNIFFED_TEXT_BYTES = 4_096;

/** What the bytes are, whatever anyone calls them; `application/octet-stream` when it cannot be told. */
export async function sniffType(body: Buffer): Promise<string> {
  const found = await fileTypeFromBuffer(body);
  if (found) return found.mime;
  const begin = body.subarray(0, SNIFFED_TEXT_BYTES).toString('utf8');
  const isText = isUtf8(body) && !body.includes(0);
  if (!isText) return 'application/octet-stream';
  return LOOKS_LIKE_MARKUP.test(begin) ? 'text/html' : 'text/plain';
}

export function isAllowedType(mimeType: string): boolean {
  return ALLOWED.some((pattern) => pattern.test(mimeType));
}

export function isShowable(mimeType: string): boolean {
  return SHOWABLE.test(mimeType);
}
