import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ConnectorError } from '@app/connector-kit';
import { scriptedServer, testContext, type ScriptedServer } from '@app/connector-kit/testing';
import { telegramMedia } from './telegram.media.js';
import { telegramSettingsSchema } from './telegram.settings.js';

let platform: ScriptedServer;
beforeAll(async () => {
  platform = await scriptedServer();
});
afterAll(() => platform.stop());

const failure = async (sizeBytes?: number): Promise<ConnectorError> => {
  const settings = telegramSettingsSchema.parse({ botToken: '7:AAsecret', apiRoot: platform.origin });
  const attachment = {
    kind: 'document' as const,
    externalId: 'f1',
    ...(sizeBytes === undefined ? {} : { sizeBytes }),
  };
  const request = { attachment, messageExternalId: '1:1', event: null, maxBytes: 50_000_000 };
  return telegramMedia.fetch(request, testContext(settings)).then(
    () => Promise.reject(new Error('It succeeded')),
    (error: unknown) => error as ConnectorError,
  );
};
const refusal = (description: string) => ({
  status: 400,
  body: { ok: false, error_code: 400, description: `Bad Request: ${description}` },
});

describe('files of Telegram', () => {
  it('above 20 MB are not asked for', async () => {
    platform.play({ status: 500 });
    expect((await failure(20_000_001)).code).toBe('media-too-large');
    expect(platform.requests).toHaveLength(0);
  });

  it.each([
    ['file is too big', 'media-too-large'],
    ['wrong file_id or the file is temporarily unavailable', 'transient'],
    ['wrong remote file identifier specified', 'media-gone'],
  ])('that Telegram refuses with "%s" are %s', async (description, code) => {
    platform.play(refusal(description));
    expect((await failure()).code).toBe(code);
  });

  it('never show the token when the download fails', async () => {
    platform.play(({ path }) =>
      path.startsWith('/file/') ? 'cut' : { body: { ok: true, result: { file_path: 'documents/file_2' } } },
    );
    const error = await failure();
    expect(error.code).toBe('transient');
    expect(`${error.message} ${String(error.cause)}`).not.toContain('AAsecret');
  });
});
