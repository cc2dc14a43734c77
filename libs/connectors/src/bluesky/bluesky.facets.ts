/** A part of a text with a meaning, from byte to byte in UTF-8: app.bsky.richtext.facet. */
export interface BlueskyFacet {
  readonly index: { readonly byteStart: number; readonly byteEnd: number };
  readonly features: readonly Readonly<Record<string, string>>[];
}

/** A trailing full stop or bracket belongs to the sentence. */
const LINK = /https?:\/\/[^\s<>"]*[^\s<>".,;:!?)\]}']/g;

/** Bluesky finds no links by itself: each must be pointed out. */
export function linkFacets(text: string): BlueskyFacet[] {
  return [...text.matchAll(LINK)].map((match) => {
    const byteStart = Buffer.byteLength(text.slice(0, match.index));
    return {
      index: { byteStart, byteEnd: byteStart + Buffer.byteLength(match[0]) },
      features: [{ $type: 'app.bsky.richtext.facet#link', uri: match[0] }],
    };
  });
}
