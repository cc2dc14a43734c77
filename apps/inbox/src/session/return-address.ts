const PARAMETER = 'kembali';

export function signInAddress({ pathname, search }: { pathname: string; search: string }): string {
  const here = `${pathname}${search}`;
  return here === '/' ? '/masuk' : `/masuk?${new URLSearchParams({ [PARAMETER]: here }).toString()}`;
}

/** Where to go after signing in: a path of this app only, never another site. */
export function returnAddress(search: URLSearchParams): string {
  const wanted = search.get(PARAMETER);
  return wanted !== null && /^\/(?![/\\])/.test(wanted) ? wanted : '/';
}
