import { Readable } from 'node:stream';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import { explainSmtpFailure } from './email.errors.js';
import { forgetToken, loginFor, type EmailContext, type Login } from './email.login.js';
import { transportFor } from './email.transport.js';

export interface OutgoingMail {
  readonly from: string;
  readonly to: string;
  readonly bytes: Buffer;
}

/** Sends one mail. @throws ConnectorError; `outcome-unknown` when the server had all of it and did not answer */
export async function sendMail(mail: OutgoingMail, context: EmailContext): Promise<void> {
  let wasTransmitted = false;
  const body = Readable.from(
    inPieces(mail.bytes, () => (wasTransmitted = true)),
    { objectMode: false },
  );
  await withSmtp(
    context,
    (connection) =>
      new Promise<void>((resolve, reject) => {
        connection.send({ from: mail.from, to: [mail.to], size: mail.bytes.length }, body, (error) =>
          error ? reject(error) : resolve(),
        );
      }),
    () => wasTransmitted,
  );
}

/** Logs in and leaves. @throws ConnectorError */
export async function checkSmtp(context: EmailContext): Promise<void> {
  await withSmtp(context, () => Promise.resolve());
}

async function withSmtp(
  context: EmailContext,
  run: (connection: SMTPConnection) => Promise<void>,
  wasTransmitted = () => false,
): Promise<void> {
  const { smtpHost } = context.settings;
  const [transport, login] = await Promise.all([transportFor(context, 'smtp'), loginFor(context)]);
  const milliseconds = context.settings.timeoutSeconds * 1000;
  const connection = new SMTPConnection({
    host: transport.host,
    port: transport.port,
    secure: transport.isImplicit,
    requireTLS: transport.needsStartTls,
    ignoreTLS: !transport.isImplicit && !transport.needsStartTls,
    servername: transport.servername,
    tls: transport.tls,
    connectionTimeout: milliseconds,
    greetingTimeout: milliseconds,
    socketTimeout: milliseconds,
  });
  const stopped = new Promise<never>((_resolve, reject) => {
    // Whatever happens on the connection comes here, also what no callback tells.
    connection.once('error', reject);
    context.signal.addEventListener('abort', () => reject(new Error('sending was stopped')), { once: true });
  });
  try {
    await Promise.race([stopped, connectAndLogIn(connection, login).then(() => run(connection))]);
    connection.quit();
  } catch (error) {
    connection.close();
    const failure = explainSmtpFailure(error, smtpHost, wasTransmitted(), context.now());
    if (failure.code === 'credentials-rejected') forgetToken(context);
    throw failure;
  }
}

async function connectAndLogIn(connection: SMTPConnection, login: Login): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    connection.connect((error) => (error ? reject(error) : resolve()));
  });
  // A server that takes mail from inside without a login offers none.
  if (!connection.allowsAuth) return;
  await new Promise<void>((resolve, reject) => {
    connection.login(authOf(login), (error) => (error ? reject(error) : resolve()));
  });
}

function authOf(login: Login) {
  if ('pass' in login) return { user: login.user, pass: login.pass };
  const { user, accessToken } = login;
  // The shape of nodemailer's own token source; ours is asked before each connection instead.
  const oauth2 = {
    getToken: (_renew: boolean, done: (error: null, token: string) => void) => done(null, accessToken),
    buildXOAuth2Token: (token: string) =>
      Buffer.from(`user=${user}\x01auth=Bearer ${token}\x01\x01`).toString('base64'),
  };
  return { user, type: 'OAuth2', method: 'XOAUTH2', oauth2 } as unknown as SMTPConnection.AuthenticationType;
}

/** The server begins to read once it has agreed to take the mail: from the last piece on it may have everything. */
function* inPieces(bytes: Buffer, onLast: () => void): Generator<Buffer> {
  const size = 64 * 1024;
  for (let start = 0; start < bytes.length; start += size) {
    if (start + size >= bytes.length) onLast();
    yield bytes.subarray(start, start + size);
  }
}
