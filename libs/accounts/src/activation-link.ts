/**
 * The address of the page behind a one-time link.
 * @param baseUrl e.g. `https://pengaduan.example.go.id`
 */
export function activationLink(baseUrl: string, token: string): string {
  const link = new URL('/inbox/aktivasi', baseUrl);
  link.searchParams.set('token', token);
  return link.href;
}
