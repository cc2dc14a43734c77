import { ConnectorError, type SessionContext, type SessionSource } from '@app/connector-kit';
import { WebClient, type WebPage } from './whatsapp-web.client.js';
import { explainEnd } from './whatsapp-web.errors.js';
import { phoneOf } from './whatsapp-web.ids.js';
import { Intake } from './whatsapp-web.intake.js';
import { ClientSession } from './whatsapp-web.open-session.js';
import { Serial } from './whatsapp-web.serial.js';
import type { WhatsappWebSettings } from './whatsapp-web.settings.js';
import { watch } from './whatsapp-web.watchdog.js';

type Context = SessionContext<WhatsappWebSettings>;

/** WhatsApp shows a QR code for so long before the next: the first for a minute, the others for 20 seconds. */
const QR_MS = 60_000;
const CODE_MS = 180_000;

/** @param page see `WebPage` */
export function whatsappWebSession(page?: WebPage): SessionSource<WhatsappWebSettings> {
  return {
    isEnabled: ({ acceptsRisk }) => acceptsRisk,
    run: (context) => new WebSession(context, page).run(),
  };
}

/** One browser from its start to its end, whatever ends it. */
class WebSession {
  private end: (error: ConnectorError | null) => void = () => undefined;
  private isLoggedOut = false;
  private stopWatching: () => void = () => undefined;
  private intake: Intake | null = null;

  constructor(
    private readonly context: Context,
    private readonly page: WebPage | undefined,
  ) {}

  async run(): Promise<void> {
    const { signal, settings, folder } = this.context;
    if (signal.aborted) return;
    const ended = new Promise<ConnectorError | null>((resolve) => {
      this.end = resolve;
      signal.addEventListener('abort', () => resolve(null), { once: true });
    });
    const fail = (error: unknown): void => this.end(explainEnd(error));
    const web = await WebClient.create({ folder, phoneNumber: settings.phoneNumber, page: this.page }, fail);
    const serial = new Serial(fail);
    this.listen(web, serial);
    web.start().then(() => this.watchBrowser(web), fail);
    const error = await ended;
    this.stopWatching();
    await web.close();
    await serial.idle();
    if (this.isLoggedOut) await web.forgetAccount();
    if (error) throw error;
  }

  private listen(web: WebClient, serial: Serial): void {
    const { client } = web;
    const { report } = this.context;
    client.on('qr', (qr) => report({ status: 'pairing', qr, expiresAt: this.inFuture(QR_MS) }));
    client.on('code', (code) =>
      report({ status: 'pairing', code: String(code), expiresAt: this.inFuture(CODE_MS) }),
    );
    client.on('authenticated', () => {
      if (!this.intake) report({ status: 'connecting' });
    });
    client.on('ready', () => this.onReady(web, serial));
    client.on('disconnected', (reason) => {
      this.isLoggedOut ||= ['LOGOUT', 'UNPAIRED', 'UNPAIRED_IDLE'].includes(reason);
      this.end(explainEnd(reason));
    });
    client.on('auth_failure', (message) => {
      this.isLoggedOut = true;
      this.end(explainEnd(message));
    });
  }

  /** It may come twice in one session. */
  private onReady({ client }: WebClient, serial: Serial): void {
    if (!this.intake) {
      const wid = client.info.wid._serialized;
      const account = phoneOf(wid) ?? wid;
      const session = new ClientSession(client, account);
      this.intake = new Intake(client, this.context, session, serial);
      this.intake.listen();
      this.stopWatching = watch(session, (error) => this.end(error));
      this.context.report({ status: 'open', account });
      this.context.offer(session);
    }
    this.intake.catchUp();
  }

  private watchBrowser({ client }: WebClient): void {
    const gone = (): void => this.end(explainEnd('The browser of WhatsApp Web has ended'));
    client.pupBrowser?.on('disconnected', gone);
    client.pupPage?.on('close', gone);
    client.pupPage?.on('error', gone);
  }

  private inFuture(ms: number): Date {
    return new Date(this.context.now().getTime() + ms);
  }
}
