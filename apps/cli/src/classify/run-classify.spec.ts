import { PassThrough, Readable, Writable } from 'node:stream';
import { loadModel, trainModel } from '@app/triage';
import { describe, expect, it } from '@jest/globals';
import { runClassify } from './run-classify.js';

const model = loadModel(
  trainModel(['a', 'b', 'c', 'd', 'e'].map((text) => ({ text, label: 'other' as const }))),
);

describe('runClassify', () => {
  it('ends with status 0 when every line was read', async () => {
    const output = new PassThrough().resume();
    expect(await runClassify(model, Readable.from(['{"text":"jalan rusak"}\n']), output)).toBe(0);
  });

  it('ends with status 1 when a line was not', async () => {
    const output = new PassThrough().resume();
    expect(await runClassify(model, Readable.from(['{"text":"jalan rusak"}\nx\n']), output)).toBe(1);
  });

  it('ends quietly when the reader has gone', async () => {
    const gone = new Writable({
      write: (_chunk, _encoding, done) => {
        done(Object.assign(new Error('write EPIPE'), { code: 'EPIPE' }));
      },
    });
    expect(await runClassify(model, Readable.from(['{"text":"jalan rusak"}\n']), gone)).toBe(0);
  });
});
