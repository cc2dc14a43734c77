import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';

/** Makes `server.crt` and `server.key` for `localhost` in a folder, issued by a CA of its own. @returns the CA, PEM */
export function makeCertificates(folder: string): { readonly ca: string } {
  const at = (name: string) => path.join(folder, name);
  const openssl = (...parameters: string[]) =>
    execFileSync('openssl', parameters, { cwd: folder, stdio: 'pipe' });
  const key = ['-newkey', 'rsa:2048', '-nodes', '-days', '2'];
  openssl('req', '-x509', ...key, '-subj', '/CN=Wadah test CA', '-keyout', 'ca.key', '-out', 'ca.crt');
  openssl(
    ...['req', '-x509', ...key, '-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost'],
    ...['-CA', 'ca.crt', '-CAkey', 'ca.key', '-keyout', 'server.key', '-out', 'server.crt'],
    ...['-addext', 'basicConstraints=critical,CA:FALSE'],
  );
  return { ca: readFileSync(at('ca.crt'), 'utf8') };
}
