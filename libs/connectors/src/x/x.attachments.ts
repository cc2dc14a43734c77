import type { InboundAttachment } from '@app/report-model';
import type { XMedia } from './x.payload.js';

/** The post's media in its own order. A key that X sent no record for is still shown as something unseen. */
export function xAttachments(
  post: { readonly attachments?: { readonly media_keys?: readonly string[] | undefined } | undefined },
  media: readonly XMedia[],
): InboundAttachment[] {
  const byKey = new Map(media.map((item) => [item.media_key, item]));
  return (post.attachments?.media_keys ?? []).map((key) => {
    const item = byKey.get(key);
    return item ? toAttachment(item) : { kind: 'other', externalId: key };
  });
}

function toAttachment(media: XMedia): InboundAttachment {
  const base = {
    externalId: media.media_key,
    ...(media.alt_text && { description: media.alt_text }),
  };
  if (media.type === 'photo') return { ...base, kind: 'image', ...(media.url && { url: media.url }) };

  const film = bestFilm(media);
  if (film) return { ...base, kind: 'video', url: film.url, mimeType: film.content_type };
  // Without a film to fetch, the still picture is the evidence there is.
  if (media.preview_image_url) return { ...base, kind: 'image', url: media.preview_image_url };
  return { ...base, kind: isFilm(media) ? 'video' : 'other' };
}

function isFilm(media: XMedia): boolean {
  return media.type === 'video' || media.type === 'animated_gif';
}

/** The sharpest plain file; playlists (`application/x-mpegURL`) are no file that could be kept. */
function bestFilm(media: XMedia) {
  const films = (media.variants ?? []).filter((variant) => variant.content_type === 'video/mp4');
  return films.sort((a, b) => (b.bit_rate ?? 0) - (a.bit_rate ?? 0))[0];
}
