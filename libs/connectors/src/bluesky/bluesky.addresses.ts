/** `at://<did>/<collection>/<rkey>` as its parts; undefined when it is none. */
export function partsOf(uri: string): { readonly did: string; readonly rkey: string } | undefined {
  const [, did, rkey] = /^at:\/\/([^/]+)\/[^/]+\/([^/]+)$/.exec(uri) ?? [];
  return did !== undefined && rkey !== undefined ? { did, rkey } : undefined;
}

/** Where a post opens in a browser. */
export function permalinkOf(uri: string): string | undefined {
  const parts = partsOf(uri);
  return parts && `https://bsky.app/profile/${parts.did}/post/${parts.rkey}`;
}
