import { readFileSync } from 'node:fs';
import { projectFile } from '@app/config';
import type { ExampleMessage } from '@app/connector-kit';
import { z } from 'zod';

const rowSchema = z.tuple([
  z.string(),
  z.string(),
  z.coerce.number().int().min(0),
  z.enum(['', 'group', 'photo', 'location', 'edit']),
  z.string().min(1),
]);

export interface SampleMessage {
  readonly channel: string;
  readonly message: ExampleMessage;
}

/** The messages of `config/demo/messages.tsv`, oldest first, as if written up to `now`. */
export function sampleMessages(now: Date): SampleMessage[] {
  const people = new Map<string, { number: number; latest: number }>();
  const [, ...lines] = readFileSync(projectFile('config', 'demo', 'messages.tsv'), 'utf8')
    .trimEnd()
    .split('\n');
  return lines.map((line, index) => {
    const [channel, name, minutesAgo, extra, text] = rowSchema.parse(line.split('\t'));
    const key = `${channel} ${name}`;
    const author = people.get(key) ?? { number: people.size + 1, latest: index + 1 };
    // An edit changes what this person wrote last.
    const number = extra === 'edit' ? author.latest : index + 1;
    people.set(key, { number: author.number, latest: number });
    const message: ExampleMessage = {
      number,
      author: { number: author.number, name },
      sentAt: new Date(now.getTime() - minutesAgo * 60_000),
      text,
      ...(extra !== '' && { extra }),
    };
    return { channel, message };
  });
}
