import { PassThrough, Readable, Writable } from 'node:stream';
import { NO_FLAGS } from '@app/report-model';
import type { Classifier } from '@app/triage';
import { describe, expect, it } from '@jest/globals';
import type { LineTally } from './answer-lines.js';
import { classifyStream } from './classify-stream.js';
import { MAX_LINE } from './split-lines.js';

const scores = { complaint: 0, aspiration: 0, information: 0, other: 1, spam: 0 };
/** The evidence is the text itself, so that answers can be told apart. */
const echo: Classifier = {
  modelVersion: 'echo',
  classify: (text) => ({
    label: 'other',
    confidence: 1,
    scores,
    secondary: null,
    unsure: false,
    flags: NO_FLAGS,
    evidence: [{ text, start: 0, end: text.length, weight: 1, supports: 'other' }],
  }),
};

interface Answer {
  error?: string;
  evidence?: { text: string }[];
}

async function answersTo(
  chunks: readonly (string | Buffer)[],
): Promise<{ tally: LineTally; said: string[]; answers: Answer[] }> {
  const output = new PassThrough();
  const parts: Buffer[] = [];
  output.on('data', (part: Buffer) => parts.push(part));
  const tally = await classifyStream(echo, Readable.from(chunks, { objectMode: true }), output);
  const lines = Buffer.concat(parts).toString().split('\n').slice(0, -1);
  const answers = lines.map((line) => JSON.parse(line) as Answer);
  return { tally, answers, said: answers.map(({ error, evidence }) => error ?? evidence?.[0]?.text ?? '') };
}

describe('classifyStream', () => {
  it('answers every line in order, with an error in place of a line it cannot read', async () => {
    const { said, tally } = await answersTo([
      '{"text":"satu"}\n\nbukan json\n{"text":3}\r\n',
      '[]\nnull\n{"text":"dua"}\n',
    ]);
    expect(said).toEqual([
      'satu',
      'baris 3: bukan JSON yang sah',
      'baris 4: tidak ada "text" berupa teks',
      'baris 5: tidak ada "text" berupa teks',
      'baris 6: tidak ada "text" berupa teks',
      'dua',
    ]);
    expect(tally).toEqual({ answered: 2, rejected: 4 });
  });

  it('writes exactly the fields of a classification', async () => {
    const { answers } = await answersTo(['{"text":"a","id":7}\n']);
    expect(Object.keys(answers[0] ?? {})).toEqual([
      'label',
      'confidence',
      'scores',
      'secondary',
      'unsure',
      'flags',
      'evidence',
    ]);
  });

  it('reads lines and letters cut by chunks, a byte-order mark and a last line without end', async () => {
    const bytes = Buffer.from('\uFEFF{"text":"jalan 😭"}\r\n{"text":"akhir"}');
    const { said } = await answersTo([...bytes].map((byte) => Buffer.from([byte])));
    expect(said).toEqual(['jalan 😭', 'akhir']);
  });

  it('rejects a line without end and goes on after it', async () => {
    const { said } = await answersTo(['x'.repeat(MAX_LINE), 'x'.repeat(MAX_LINE), '\n{"text":"sesudah"}\n']);
    expect(said).toEqual(['baris 1: terlalu panjang', 'sesudah']);
  });

  it('stops reading while the reader of its output is slow', async () => {
    let produced = 0;
    const input = Readable.from(
      (function* () {
        for (; produced < 5_000; produced++) yield `{"text":"${'a'.repeat(500)}"}\n`;
      })(),
      { objectMode: true, highWaterMark: 1 },
    );
    const waiting: (() => void)[] = [];
    const output = new Writable({
      highWaterMark: 1_000,
      write: (_chunk, _encoding, done) => void waiting.push(done),
    });
    const done = classifyStream(echo, input, output);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(produced).toBeLessThan(200);
    output.destroy(new Error('gone'));
    await expect(done).rejects.toThrow('gone');
  });
});
