import { PassThrough, Readable, Writable } from 'node:stream';
import { describe, expect, it } from '@jest/globals';
import { shippedTriage } from '../../../runtime/src/shipped-triage.js';
import { runClassify } from './run-classify.js';

const triage = shippedTriage();

describe('runClassify', () => {
  it('ends with status 0 when every line was read', async () => {
    const output = new PassThrough().resume();
    expect(await runClassify(triage, Readable.from(['{"text":"jalan rusak"}\n']), output)).toBe(0);
  });

  it('writes class, language, topic, agency, places and personal data of each message', async () => {
    const output = new PassThrough();
    const text = 'Lampu jalan di Kecamatan Bengalon padam, hubungi 0812-9999-0001';
    await runClassify(triage, Readable.from([`${JSON.stringify({ text })}\n`]), output);
    const line = String(output.read());
    const answer = JSON.parse(line) as Record<string, unknown>;
    expect(Object.keys(answer)).toEqual([
      'label',
      'confidence',
      'scores',
      'secondary',
      'unsure',
      'flags',
      'language',
      'topic',
      'agency',
      'jurisdiction',
      'places',
      'personalData',
      'evidence',
    ]);
    expect(answer).toMatchObject({
      language: 'id',
      topic: { code: 'perhubungan.lampu-jalan', group: 'perhubungan' },
      agency: 'dishub',
      jurisdiction: 'ours',
      places: [{ text: 'Bengalon', basis: 'only-one', candidates: [{ code: '64.08.09' }] }],
      personalData: [{ kind: 'phone', start: 49, end: 63 }],
    });
    expect(JSON.stringify(answer['personalData'])).not.toContain('0812');
  });

  it('ends with status 1 when a line was not', async () => {
    const output = new PassThrough().resume();
    expect(await runClassify(triage, Readable.from(['{"text":"jalan rusak"}\nx\n']), output)).toBe(1);
  });

  it('ends quietly when the reader has gone', async () => {
    const gone = new Writable({
      write: (_chunk, _encoding, done) => {
        done(Object.assign(new Error('write EPIPE'), { code: 'EPIPE' }));
      },
    });
    expect(await runClassify(triage, Readable.from(['{"text":"jalan rusak"}\n']), gone)).toBe(0);
  });
});
