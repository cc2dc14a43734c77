import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createHmac } from 'node:crypto';
import { failureState } from '@app/connector-kit';
import {
  impatient,
  scriptedServer,
  testContext,
  TEST_NOW,
  type ScriptedServer,
} from '@app/connector-kit/testing';
import { z } from 'zod';
import { callGraph, listGraph, type GraphRequest } from './graph-client.js';
import {
  readAppSubscription,
  readNodeSubscription,
  subscribeApp,
  subscribeNode,
  subscriptionTrouble,
} from './graph-subscription.js';
import { inspectToken, tokenTrouble } from './graph-token.js';

const SECRET = '0123456789abcdef0123456789abcdef';
const settings = {
  accessToken: 'EAAtoken',
  appSecret: SECRET,
  verifyToken: 'kata-rahasia',
  apiVersion: 'v25.0',
};
const idSchema = z.looseObject({ id: z.string() });

describe('calls to the Graph API', () => {
  let server: ScriptedServer;
  beforeAll(async () => {
    server = await scriptedServer();
  });
  afterAll(() => server.stop());
  const context = () => testContext({ ...settings, apiRoot: `${server.origin}/` });
  const call = (request: Partial<GraphRequest> = {}) =>
    callGraph(context(), { path: 'me', ...request }, idSchema);

  it('carry the token in a header, the version in the path and the proof of the app secret', async () => {
    server.play({ body: { id: '1' } });
    await call({ query: { fields: 'id,name' } });
    const [request] = server.requests;
    expect(request).toMatchObject({
      path: '/v25.0/me',
      query: {
        fields: 'id,name',
        appsecret_proof: createHmac('sha256', SECRET).update('EAAtoken').digest('hex'),
      },
    });
    expect(request?.headers.authorization).toBe('Bearer EAAtoken');
  });

  it('send files as a form', async () => {
    server.play({ body: { id: '9' } });
    const form = new FormData();
    form.set('messaging_product', 'whatsapp');
    form.set('file', new Blob(['isi'], { type: 'application/pdf' }), 'surat.pdf');
    await call({ method: 'POST', path: '1/media', body: form });
    const [request] = server.requests;
    expect(request?.headers['content-type']).toMatch(/^multipart\/form-data; boundary=/);
    expect(request?.body.toString()).toMatch(
      /filename="surat.pdf"\r\nContent-Type: application\/pdf\r\n\r\nisi/,
    );
  });

  it('follow a list over its pages, never an address with a token in it', async () => {
    server.play(({ query }) => ({
      body: query['after']
        ? { data: [{ id: '3' }], paging: { cursors: { after: 'B' } } }
        : {
            data: [{ id: '1' }, { id: '2' }],
            paging: { cursors: { after: 'A' }, next: 'https://graph.facebook.com/v25.0/x?access_token=y' },
          },
    }));
    const items = await listGraph(context(), { path: '1/feed', query: { fields: 'id' } }, idSchema);
    expect(items.map(({ id }) => id)).toEqual(['1', '2', '3']);
    expect(server.requests.map(({ query }) => query['after'])).toEqual([undefined, 'A']);
  });

  it('fail also when the error comes with status 200', async () => {
    server.play({ body: { error: { code: 190, message: 'expired' } } });
    await expect(call()).rejects.toMatchObject({ code: 'credentials-rejected', refusal: { code: 190 } });
  });

  it.each([
    ['read', 'payload-unrecognised', 'transient'],
    ['send', 'outcome-unknown', 'outcome-unknown'],
  ] as const)('to %s: a foreign answer is %s, a lost one %s', async (operation, foreign, lost) => {
    server.play({ body: '<html>Login</html>' });
    await expect(call({ method: 'POST', operation, body: {} })).rejects.toMatchObject({ code: foreign });
    server.play('hang');
    const hasty = { ...context(), http: impatient() };
    await expect(
      callGraph(hasty, { method: 'POST', path: 'x', operation, body: {} }, idSchema),
    ).rejects.toMatchObject({ code: lost });
  });

  describe('about the token', () => {
    const token = {
      app_id: '77',
      application: 'Lapor',
      is_valid: true,
      expires_at: 0,
      scopes: ['pages_messaging'],
    };
    const day = (days: number) => TEST_NOW.getTime() / 1000 + days * 86_400;

    it('tell whose it is', async () => {
      server.play({ body: { data: { ...token, app_id: 77 } } });
      expect(await inspectToken(context())).toMatchObject({ app_id: '77', is_valid: true });
      expect(server.requests[0]?.query['input_token']).toBe('EAAtoken');
    });

    it.each([
      ['nothing', {}, undefined],
      ['nothing, when it lives for long', { expires_at: day(60) }, undefined],
      ['that it is void', { is_valid: false }, 'needs-reauthorisation'],
      ['that a permission is missing', { scopes: [] }, 'needs-reauthorisation'],
      ['that it ends soon', { expires_at: day(3) }, 'degraded'],
      ['that access to data ends soon', { data_access_expires_at: day(6) }, 'degraded'],
    ])('say %s', (_name, change, status) => {
      expect(tokenTrouble({ ...token, ...change }, ['pages_messaging'], TEST_NOW)?.status).toBe(status);
    });
  });

  describe('about the subscription', () => {
    const app = {
      callbackUrl: 'https://wadah.example/hooks/1',
      isActive: true,
      fields: ['messages', 'feed'],
    };
    const node = { overrideUrl: undefined, fields: undefined };

    it('read and write the app’s own as the app', async () => {
      server.play({
        body: {
          data: [
            { object: 'page', callback_url: 'https://other.example', active: false, fields: ['feed'] },
            {
              object: 'whatsapp_business_account',
              callback_url: app.callbackUrl,
              active: true,
              fields: [{ name: 'messages', version: 'v25.0' }],
            },
          ],
        },
      });
      expect(await readAppSubscription(context(), '77', 'whatsapp_business_account')).toEqual({
        ...app,
        fields: ['messages'],
      });
      expect(server.requests[0]?.headers.authorization).toBe(`Bearer 77|${SECRET}`);
      server.play({ body: { success: true } });
      await subscribeApp(context(), '77', {
        object: 'page',
        callbackUrl: app.callbackUrl,
        fields: ['feed', 'mention'],
      });
      expect(server.requests[0]?.json()).toEqual({
        object: 'page',
        callback_url: app.callbackUrl,
        verify_token: 'kata-rahasia',
        fields: 'feed,mention',
      });
    });

    it('find our app among those of an account, in both shapes', async () => {
      server.play({
        body: { data: [{ whatsapp_business_api_data: { id: '77' }, override_callback_uri: 'https://a' }] },
      });
      expect(await readNodeSubscription(context(), '5', '77')).toEqual({
        overrideUrl: 'https://a',
        fields: undefined,
      });
      server.play({ body: { data: [{ id: '77', subscribed_fields: ['feed'] }] } });
      expect(await readNodeSubscription(context(), '5', '77', 'PAGE')).toMatchObject({ fields: ['feed'] });
      expect(server.requests[0]?.headers.authorization).toBe('Bearer PAGE');
      expect(await readNodeSubscription(context(), '5', '88')).toBeUndefined();
    });

    it('subscribe an account', async () => {
      server.play({ body: { success: true } });
      await subscribeNode(context(), '5', { body: { subscribed_fields: 'feed' }, accessToken: 'PAGE' });
      expect(server.requests[0]).toMatchObject({ method: 'POST', path: '/v25.0/5/subscribed_apps' });
    });

    it.each([
      ['nothing', app, node, undefined],
      ['an account that is not subscribed', app, undefined, /account is not subscribed/],
      ['an app without webhook', undefined, node, /app has no webhook/],
      ['a webhook that Meta has switched off', { ...app, isActive: false }, node, /switched/],
      ['a field that the app lacks', { ...app, fields: ['feed'] }, node, /messages/],
      ['a field that the account lacks', app, { ...node, fields: ['feed'] }, /messages/],
    ])('name %s', (_name, ofApp, ofNode, trouble) => {
      const found = subscriptionTrouble(ofApp, ofNode, ['messages']);
      if (trouble) expect(found).toMatch(trouble);
      else expect(found).toBeUndefined();
    });
  });

  it('become a state when a check fails', async () => {
    server.play({ status: 401, body: { error: { code: 190 } } });
    expect(await call().then(() => undefined, failureState)).toMatchObject({
      status: 'needs-reauthorisation',
    });
    expect(failureState(new TypeError('x'))).toMatchObject({ status: 'unreachable' });
  });
});
