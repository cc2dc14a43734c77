import { ConnectorError } from '@app/connector-kit';

/** What libraries and Node put on the errors of a mail connection. */
interface MailFailure {
  readonly code?: string;
  readonly message?: string;
  readonly authenticationFailed?: boolean;
  readonly tlsFailed?: boolean;
  readonly mailboxMissing?: boolean;
  readonly serverResponseCode?: string;
  readonly throttleReset?: number;
  /** SMTP: the three digits of the server's answer. */
  readonly responseCode?: number;
  readonly response?: unknown;
}

const CERTIFICATE =
  /^(CERT_|ERR_TLS_CERT|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_(VERIFY|GET)|HOSTNAME_MISMATCH|INVALID_CA)/;
const BUSY = new Set(['UNAVAILABLE', 'LIMIT', 'INUSE', 'CONTACTADMIN']);
const THROTTLE_MS = 60_000;

export function isCertificateFailure(error: unknown): boolean {
  return CERTIFICATE.test((error as MailFailure).code ?? '');
}

export function wrongCertificate(server: string, error: unknown): ConnectorError {
  const { code = '', message = '' } = error as MailFailure;
  return new ConnectorError(
    'permission-missing',
    `The certificate of ${server} is not valid for this name or not trusted (${code || message}): correct the server's name, or enter the CA certificate`,
  );
}

/** Reading: what went wrong with the IMAP server. */
export function explainImapFailure(error: unknown, server: string, now: Date): ConnectorError {
  if (error instanceof ConnectorError) return error;
  const failure = error as MailFailure;
  if (isCertificateFailure(error)) return wrongCertificate(server, error);
  if (failure.authenticationFailed) {
    if (BUSY.has(failure.serverResponseCode ?? '')) {
      return new ConnectorError('transient', `${server} lets nobody in at the moment: ${said(failure)}`);
    }
    return new ConnectorError(
      'credentials-rejected',
      `${server} rejects user name or password (IMAP must be enabled; some providers want an app password): ${said(failure)}`,
    );
  }
  if (failure.tlsFailed || /STARTTLS/i.test(failure.message ?? '')) {
    return new ConnectorError('permission-missing', `${server} offers no encryption of the kind that is set`);
  }
  if (failure.mailboxMissing) {
    return new ConnectorError('permission-missing', `The folder does not exist on ${server}`);
  }
  if (failure.code === 'ETHROTTLE') {
    const until = new Date(now.getTime() + (failure.throttleReset ?? THROTTLE_MS));
    return new ConnectorError('rate-limited', `${server} asks to slow down`, { until });
  }
  return new ConnectorError(
    'transient',
    `The connection to ${server} failed: ${failure.code ?? said(failure)}`,
  );
}

/**
 * Sending: what the SMTP server's answer means.
 * @param wasTransmitted the whole mail may be with the server, which has not answered
 */
export function explainSmtpFailure(
  error: unknown,
  server: string,
  wasTransmitted: boolean,
  now: Date,
): ConnectorError {
  if (error instanceof ConnectorError) return error;
  const failure = error as MailFailure;
  const { responseCode: status } = failure;
  if (isCertificateFailure(error)) return wrongCertificate(server, error);
  if (failure.code === 'EAUTH') {
    if (status && status < 500) return rateLimited(server, failure, now);
    return new ConnectorError(
      'credentials-rejected',
      `${server} rejects user name or password: ${said(failure)}`,
    );
  }
  if (status === 530 || status === 535) {
    return new ConnectorError('credentials-rejected', `${server} wants a login: ${said(failure)}`);
  }
  if (status && status >= 500) {
    return new ConnectorError('reply-refused', `${server} refuses the answer: ${said(failure)}`);
  }
  if (status && status >= 400) return rateLimited(server, failure, now);
  if (wasTransmitted) {
    return new ConnectorError(
      'outcome-unknown',
      `${server} fell silent after it had the mail; look into the Sent folder`,
    );
  }
  if (failure.code === 'ETLS') {
    return new ConnectorError('permission-missing', `${server} offers no encryption of the kind that is set`);
  }
  return new ConnectorError(
    'transient',
    `The connection to ${server} failed: ${failure.code ?? said(failure)}`,
  );
}

/** 4xx: later. Grey-listing wants some minutes. */
function rateLimited(server: string, failure: MailFailure, now: Date): ConnectorError {
  return new ConnectorError('rate-limited', `${server} puts the answer off: ${said(failure)}`, {
    until: new Date(now.getTime() + THROTTLE_MS),
  });
}

/** The server's words without addresses and long tokens, which may be personal or secret. */
function said({ response, message }: MailFailure): string {
  const text = typeof response === 'string' && response !== '' ? response : (message ?? 'no reason given');
  return text
    .replace(/<?[^\s<>@]{1,100}@[^\s<>]{1,200}>?/g, '…')
    .replace(/[A-Za-z0-9+/=_-]{40,}/g, '…')
    .replace(/\s+/g, ' ')
    .slice(0, 200);
}
