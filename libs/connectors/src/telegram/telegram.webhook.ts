import {
  accept,
  ConnectorError,
  reject,
  secretsMatch,
  type ParsedEvent,
  type WebhookSource,
} from '@app/connector-kit';
import { z } from 'zod';
import { callTelegram } from './telegram.api.js';
import { ALLOWED_UPDATES, TELEGRAM_KEEPS_MS, toParsedEvents, unreadable } from './telegram.events.js';
import type { TelegramSettings } from './telegram.settings.js';

const SECRET_HEADER = 'x-telegram-bot-api-secret-token';

export const telegramWebhook: WebhookSource<TelegramSettings> = {
  keepsMs: TELEGRAM_KEEPS_MS,
  isEnabled: (settings) => settings.mode === 'webhook',

  verify(request, context) {
    const { webhookSecret } = context.settings;
    if (request.method !== 'POST') return reject('Telegram delivers by POST');
    if (!webhookSecret) return reject('This connection has no webhook secret');
    const given = request.headers[SECRET_HEADER];
    if (given === undefined) return reject('No secret token');
    return secretsMatch(given, webhookSecret) ? accept(request) : reject('Wrong secret token');
  },

  parse({ rawBody }): readonly ParsedEvent[] {
    let body: unknown;
    try {
      body = JSON.parse(rawBody.toString('utf8'));
    } catch {
      return [unreadable(rawBody, 'The body is not JSON')];
    }
    if (Array.isArray(body)) return body.flatMap(toParsedEvents);
    return toParsedEvents(body).map((event) =>
      event.status === 'unreadable' ? { ...event, bytes: rawBody } : event,
    );
  },

  sign(_rawBody, { webhookSecret = '' }) {
    return { headers: { [SECRET_HEADER]: webhookSecret } };
  },

  async register(url, context) {
    const { webhookSecret } = context.settings;
    if (!webhookSecret) {
      throw new ConnectorError(
        'permission-missing',
        'The connection has no webhook secret: save its settings again',
      );
    }
    await callTelegram(
      context,
      'setWebhook',
      { url, secret_token: webhookSecret, allowed_updates: ALLOWED_UPDATES, drop_pending_updates: false },
      z.unknown(),
    );
  },

  async unregister(context) {
    await callTelegram(context, 'deleteWebhook', { drop_pending_updates: false }, z.unknown());
  },
};
