import { describe, expect, it } from '@jest/globals';
import type { WebhookRequest } from '@app/connector-kit';
import { signatureOf, verifyGraphWebhook } from './graph-webhook.js';

const secrets = { appSecret: '0123456789abcdef0123456789abcdef', verifyToken: 'kata-rahasia-kami' };
// As Meta writes it: everything beyond ASCII escaped, in lower case.
const body = Buffer.from('{"object":"page","entry":[{"id":"1","text":"banjir \\ud83c\\udf0a"}]}');

const post = (rawBody: Buffer, signature: string | undefined): WebhookRequest => ({
  method: 'POST',
  headers: { 'x-hub-signature-256': signature },
  query: {},
  rawBody,
});
const handshake = (query: WebhookRequest['query']): WebhookRequest => ({
  method: 'GET',
  headers: {},
  query,
  rawBody: Buffer.alloc(0),
});

describe('the webhook of Meta', () => {
  it('believes a delivery that is signed over its bytes', () => {
    const signed = post(body, signatureOf(body, secrets.appSecret));
    expect(verifyGraphWebhook(signed, secrets).verdict).toBe('accepted');
  });

  it('signs as Meta’s documentation does', () => {
    // echo -n 'The quick brown fox jumps over the lazy dog' | openssl dgst -sha256 -hmac key
    const text = Buffer.from('The quick brown fox jumps over the lazy dog');
    expect(signatureOf(text, 'key')).toBe(
      'sha256=f7bc83f430538424b13298e6aa6fb143ef4d59a14946175997479dbc2d1a3cd8',
    );
  });

  it.each([
    ['no signature', undefined],
    ['an empty signature', ''],
    ['the signature of another secret', signatureOf(body, 'f'.repeat(32))],
    ['the signature of other bytes', signatureOf(Buffer.from('{}'), secrets.appSecret)],
    ['a signature without its method', signatureOf(body, secrets.appSecret).slice('sha256='.length)],
    ['half a signature', signatureOf(body, secrets.appSecret).slice(0, 40)],
  ])('refuses a delivery with %s', (_name, signature) => {
    expect(verifyGraphWebhook(post(body, signature), secrets).verdict).toBe('rejected');
  });

  it('refuses JSON that says the same in other bytes', () => {
    const rewritten = Buffer.from(JSON.stringify(JSON.parse(body.toString('utf8'))));
    const signature = signatureOf(body, secrets.appSecret);
    expect(verifyGraphWebhook(post(rewritten, signature), secrets).verdict).toBe('rejected');
  });

  it('shakes hands with whoever knows the verify token', () => {
    const query = {
      'hub.mode': 'subscribe',
      'hub.verify_token': secrets.verifyToken,
      'hub.challenge': '1158201444',
    };
    expect(verifyGraphWebhook(handshake(query), secrets)).toEqual({
      verdict: 'challenge',
      body: '1158201444',
      contentType: 'text/plain',
    });
  });

  it.each([
    ['a wrong token', { 'hub.mode': 'subscribe', 'hub.verify_token': 'tebakan', 'hub.challenge': '1' }],
    ['no token', { 'hub.mode': 'subscribe', 'hub.challenge': '1' }],
    ['no challenge', { 'hub.mode': 'subscribe', 'hub.verify_token': secrets.verifyToken }],
    [
      'another mode',
      { 'hub.mode': 'unsubscribe', 'hub.verify_token': secrets.verifyToken, 'hub.challenge': '1' },
    ],
  ])('does not shake hands with %s', (_name, query) => {
    expect(verifyGraphWebhook(handshake(query), secrets).verdict).toBe('rejected');
  });

  it('lets nobody in while it has no secrets', () => {
    const query = { 'hub.mode': 'subscribe', 'hub.verify_token': '', 'hub.challenge': '1' };
    const none = { appSecret: '', verifyToken: undefined };
    expect(verifyGraphWebhook(handshake(query), none).verdict).toBe('rejected');
    expect(verifyGraphWebhook(post(body, signatureOf(body, '')), none).verdict).toBe('rejected');
  });
});
