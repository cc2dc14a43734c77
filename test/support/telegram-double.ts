import { EventEmitter, once } from 'node:events';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { TelegramServer } from 'telegram-test-api/lib/telegramServer.js';
import {
  closeServer,
  listenLocally,
  ok,
  originOf,
  readCall,
  refusal,
  respond,
  type Json,
  type TelegramAnswer,
  type TelegramCall,
} from './telegram-double-http.js';
import { TelegramDoubleFiles, type SentTelegramFile } from './telegram-double-files.js';
import { TelegramDoubleQueue } from './telegram-double-queue.js';
import { TelegramDoubleWebhook } from './telegram-double-webhook.js';

export interface TelegramCitizen {
  readonly id: number;
  readonly firstName: string;
  readonly username?: string;
}

export interface SentTelegramMessage {
  readonly messageId: number;
  readonly chatId: string;
  readonly text: string;
  readonly replyToMessageId: number | undefined;
  readonly threadId: number | undefined;
  readonly files: readonly SentTelegramFile[];
}

/** `hang` never answers, `cut` drops the connection, `cut-after-taking` does what was asked first. */
export type TelegramFault = 'hang' | 'cut' | 'cut-after-taking' | TelegramAnswer;

/**
 * The npm package telegram-test-api behind a double of ours, which adds what that lacks: offsets that confirm, long
 * polling, conflicts, edits and albums, webhooks with the secret header, getWebhookInfo and failures to order.
 */
export async function startTelegramDouble(): Promise<TelegramDouble> {
  const double = new TelegramDouble();
  await double.start();
  return double;
}

export class TelegramDouble {
  readonly token = '7000001:AAdouble_token';
  readonly calls: TelegramCall[] = [];
  readonly webhook: TelegramDoubleWebhook;
  readonly files = new TelegramDoubleFiles();
  private readonly peer = new TelegramServer();
  private readonly queue = new TelegramDoubleQueue();
  private readonly sent: SentTelegramMessage[] = [];
  private readonly events = new EventEmitter();
  private readonly faults: { readonly method: string; readonly fault: TelegramFault }[] = [];
  private server: Server;
  private peerServer: Server;
  private lastTurn: Promise<unknown> = Promise.resolve();
  private endRunningPoll: () => void = () => undefined;
  private isRevoked = false;

  constructor() {
    this.webhook = new TelegramDoubleWebhook(this.queue);
  }

  async start(): Promise<void> {
    // Its own start() needs a port chosen beforehand and forgets messages after a minute.
    this.peerServer = await listenLocally(this.peer['webServer']);
    this.server = await listenLocally((request, response) => {
      this.serve(request, response).catch(() => response.destroy());
    });
  }

  get apiRoot(): string {
    return originOf(this.server);
  }

  /** Settings of a connection that leads here. */
  get settings() {
    return { botToken: this.token, apiRoot: this.apiRoot };
  }

  /** A citizen writes to the bot, through telegram-test-api. */
  async sendPrivateText(user: TelegramCitizen, text: string): Promise<{ readonly messageId: number }> {
    // One at a time: telegram-test-api tells nobody which number it gave to a message.
    const turn = this.lastTurn.then(() => this.writeThroughPeer(user, text));
    this.lastTurn = turn.catch(() => undefined);
    return { messageId: await turn };
  }

  /** The citizen changes a message. */
  sendEdit(user: TelegramCitizen, messageId: number, text: string): void {
    const edit = { ...this.privateMessage(user), message_id: messageId, edit_date: nowInSeconds(), text };
    this.sendUpdate({ edited_message: edit });
  }

  /** The citizen sends photos as one album: an update for each, the caption on the first. */
  sendAlbum(user: TelegramCitizen, caption: string, fileIds: readonly string[]): void {
    const albumId = String(this.peer['messageId']) + '000';
    fileIds.forEach((fileId, index) => {
      const photo = [
        { file_id: fileId, file_unique_id: fileId, width: 1280, height: 960, file_size: 90_000 },
      ];
      const message = { ...this.privateMessage(user), message_id: this.peer['messageId']++ };
      const first = index === 0 ? { caption } : {};
      this.sendUpdate({ message: { ...message, media_group_id: albumId, photo, ...first } });
    });
  }

  /** The citizen sends a photo, or something that calls itself one. */
  sendPhoto(user: TelegramCitizen, caption: string, body: Buffer): void {
    const fileId = this.files.add(body);
    const photo = [
      { file_id: fileId, file_unique_id: fileId, width: 1280, height: 960, file_size: body.length },
    ];
    this.sendUpdate({
      message: { ...this.privateMessage(user), message_id: this.peer['messageId']++, photo, caption },
    });
  }

  /** Any update; it gets its number here. */
  sendUpdate(update: Json): { readonly updateId: number } {
    return { updateId: this.queue.push(update) };
  }

  /** Queues something exactly as it is, e.g. what no reader understands. */
  sendRaw(item: unknown): void {
    this.queue.pushRaw(item);
  }

  /** How many updates Telegram still keeps: not confirmed, or not delivered. */
  get pendingUpdates(): number {
    return this.queue.length;
  }

  sentMessages(): readonly SentTelegramMessage[] {
    return [...this.sent];
  }

  /** The first message of the bot, already there or to come, that `matches`. */
  async waitForReply(
    matches: (message: SentTelegramMessage) => boolean = () => true,
    timeoutMs = 10_000,
  ): Promise<SentTelegramMessage> {
    const signal = AbortSignal.timeout(timeoutMs);
    for (;;) {
      const found = this.sent.find(matches);
      if (found) return found;
      await once(this.events, 'sent', { signal });
    }
  }

  /** Resolves when the bot next calls this method. */
  async waitForCall(method: string, timeoutMs = 10_000): Promise<void> {
    await once(this.events, `call ${method}`, { signal: AbortSignal.timeout(timeoutMs) });
  }

  /** Telegram keeps what nobody fetches for 24 hours: these have passed. */
  expireUpdates(): void {
    this.queue.confirmBefore(Infinity);
  }

  /** @BotFather has made another token: this one is refused from now on, also by a poll that waits. */
  revokeToken(): void {
    this.isRevoked = true;
    this.endRunningPoll();
  }

  /** The next call of this method fails so; several are used one after the other. */
  failNext(method: string, fault: TelegramFault): void {
    this.faults.push({ method, fault });
  }

  async stop(): Promise<void> {
    this.webhook.stop();
    this.endRunningPoll();
    await Promise.all([closeServer(this.server), closeServer(this.peerServer)]);
  }

  private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const call = await readCall(request);
    this.calls.push(call);
    this.events.emit(`call ${call.method}`);
    if (call.token !== this.token || this.isRevoked) return respond(response, refusal(401, 'Unauthorized'));
    const fault = this.takeFault(call.method);
    if (fault === 'hang') return;
    if (fault === 'cut-after-taking') await this.answer(call, response);
    if (fault === 'cut' || fault === 'cut-after-taking') return void response.destroy();
    respond(response, fault ?? (await this.answer(call, response)));
  }

  private takeFault(method: string): TelegramFault | undefined {
    const index = this.faults.findIndex((planned) => planned.method === method);
    return index < 0 ? undefined : this.faults.splice(index, 1)[0]?.fault;
  }

  private async answer(call: TelegramCall, response: ServerResponse): Promise<TelegramAnswer> {
    switch (call.method) {
      case 'getUpdates':
        return this.getUpdates(call.parameters, response);
      case 'setWebhook':
        this.endRunningPoll();
        this.webhook.set(call.parameters);
        return ok(true);
      case 'deleteWebhook':
        this.webhook.set({});
        return ok(true);
      case 'getWebhookInfo':
        return ok(this.webhook.info());
      case 'sendMessage':
        return this.sendMessage(call.parameters);
      case 'answerCallbackQuery':
        return ok(true);
      case 'getFile':
        return this.files.getFile(String(call.parameters['file_id']));
      case 'file':
        return this.files.download(String(call.parameters['path']));
      case 'sendPhoto':
      case 'sendDocument':
      case 'sendVideo':
      case 'sendAudio':
      case 'sendMediaGroup':
        return this.sendFiles(call);
      default:
        return this.askPeer(`bot${this.token}/${call.method}`, call.parameters);
    }
  }

  private async sendFiles({ method, parameters }: TelegramCall): Promise<TelegramAnswer> {
    const sent = await this.files.readSent(method, parameters);
    const results = sent.files.map((file, index) => {
      const messageId = this.peer['messageId']++;
      const text = index === 0 ? sent.caption : '';
      this.sent.push({ ...messagePlace(parameters), messageId, text, files: [file] });
      return {
        message_id: messageId,
        chat: { id: Number(parameters['chat_id']), type: 'private' },
        date: nowInSeconds(),
      };
    });
    this.events.emit('sent');
    return ok(method === 'sendMediaGroup' ? results : results[0]);
  }

  private async sendMessage(parameters: Json): Promise<TelegramAnswer> {
    const answer = await this.askPeer(`bot${this.token}/sendMessage`, parameters);
    const { message_id: messageId } = answer.body['result'] as { message_id: number };
    this.sent.push({ ...messagePlace(parameters), messageId, text: String(parameters['text']), files: [] });
    this.events.emit('sent');
    return answer;
  }

  private async getUpdates(parameters: Json, response: ServerResponse): Promise<TelegramAnswer> {
    if (this.webhook.isSet) {
      return refusal(
        409,
        "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
      );
    }
    this.endRunningPoll();
    this.queue.confirmBefore(Number(parameters['offset'] ?? 0));
    const limit = Number(parameters['limit'] ?? 100);
    const seconds = Number(parameters['timeout'] ?? 0);
    if (this.queue.length > 0 || seconds === 0) return ok(this.queue.first(limit));
    const wasEnded = await this.waitForPush(seconds * 1000, response);
    if (!wasEnded) return ok(this.queue.first(limit));
    return refusal(
      409,
      'Conflict: terminated by other getUpdates request; make sure that only one bot instance is running',
    );
  }

  /** True when another call put an end to it. */
  private waitForPush(timeoutMs: number, response: ServerResponse): Promise<boolean> {
    return new Promise((resolve) => {
      const end = (wasEnded: boolean) => {
        clearTimeout(timer);
        forget();
        resolve(wasEnded);
      };
      const timer = setTimeout(() => end(false), timeoutMs);
      const forget = this.queue.onPush(() => end(false));
      response.once('close', () => end(false));
      this.endRunningPoll = () => end(true);
    });
  }

  private async writeThroughPeer(user: TelegramCitizen, text: string): Promise<number> {
    const messageId = this.peer['messageId'];
    await this.askPeer('sendMessage', { botToken: this.token, ...this.privateMessage(user), text });
    await this.fetchFromPeer();
    return messageId;
  }

  /** Takes over what telegram-test-api holds, which it gives out once. */
  private async fetchFromPeer(): Promise<void> {
    const { body } = await this.askPeer(`bot${this.token}/getUpdates`, {});
    for (const { update_id: _peerNumber, ...update } of body['result'] as Json[]) this.queue.push(update);
  }

  private async askPeer(path: string, parameters: Json): Promise<TelegramAnswer & { readonly body: Json }> {
    const answer = await fetch(`${originOf(this.peerServer)}/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(parameters),
    });
    return { status: answer.status, body: (await answer.json()) as Json };
  }

  private privateMessage({ id, firstName, username }: TelegramCitizen) {
    const named = { id, first_name: firstName, ...(username && { username }) };
    return {
      from: { ...named, is_bot: false, language_code: 'id' },
      chat: { ...named, type: 'private' },
      date: nowInSeconds(),
    };
  }
}

/** Where a message of the bot goes; a multipart form carries objects and numbers as text. */
function messagePlace(
  parameters: Json,
): Pick<SentTelegramMessage, 'chatId' | 'replyToMessageId' | 'threadId'> {
  const given = parameters['reply_parameters'];
  const replyTo = (typeof given === 'string' ? JSON.parse(given) : given) as
    { message_id?: number } | undefined;
  const thread = parameters['message_thread_id'];
  return {
    chatId: String(parameters['chat_id']),
    replyToMessageId: replyTo?.message_id,
    threadId: thread === undefined ? undefined : Number(thread),
  };
}

function nowInSeconds(): number {
  return Math.floor(Date.now() / 1000);
}
