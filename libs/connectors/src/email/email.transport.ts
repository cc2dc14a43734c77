import { ConnectorError } from '@app/connector-kit';
import { isIP } from 'node:net';
import type { ConnectionOptions } from 'node:tls';
import type { EmailContext } from './email.login.js';

/** Where to connect and how, for both protocols. */
export interface Transport {
  /** The address behind the name, looked up and checked once. */
  readonly host: string;
  readonly port: number;
  /** TLS from the first byte. */
  readonly isImplicit: boolean;
  /** TLS must begin before the login. */
  readonly needsStartTls: boolean;
  /** The name to ask for and to check; none where the admin entered an address. */
  readonly servername: string | undefined;
  readonly tls: ConnectionOptions;
}

/**
 * The certificate is checked against the name that the admin entered, while the socket goes to its checked address.
 * @throws ConnectorError see `ConnectorContext.resolveHost`; `permission-missing` for a login in the open
 */
export async function transportFor(context: EmailContext, protocol: 'imap' | 'smtp'): Promise<Transport> {
  const { settings } = context;
  const [name, port, security] =
    protocol === 'imap'
      ? [settings.imapHost, settings.imapPort, settings.imapSecurity]
      : [settings.smtpHost, settings.smtpPort, settings.smtpSecurity];
  if (security === 'none' && !context.allowsPrivateAddresses) {
    throw new ConnectorError(
      'permission-missing',
      `Without encryption the password would be readable on its way to ${name}: choose tls or starttls`,
    );
  }
  return {
    host: await context.resolveHost(name),
    port,
    isImplicit: security === 'tls',
    needsStartTls: security === 'starttls',
    servername: isIP(name) ? undefined : name,
    tls: {
      ...(isIP(name) ? {} : { servername: name }),
      minVersion: 'TLSv1.2',
      rejectUnauthorized: true,
      ...(settings.caCertificate ? { ca: readPem(settings.caCertificate) } : {}),
    },
  };
}

/** A certificate pasted into one line has lost its line breaks. */
function readPem(text: string): string {
  return text.replace(
    /-----BEGIN CERTIFICATE-----([^-]*)-----END CERTIFICATE-----/g,
    (_whole, body: string) =>
      `-----BEGIN CERTIFICATE-----\n${body.replace(/\s+/g, '').replace(/.{1,64}/g, '$&\n')}-----END CERTIFICATE-----\n`,
  );
}
