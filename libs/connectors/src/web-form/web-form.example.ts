import { createHash } from 'node:crypto';
import type { ConnectorExample, ExampleMessage } from '@app/connector-kit';
import { webFormForm } from './web-form.form.js';
import { webFormSettingsSchema } from './web-form.settings.js';

const SETTINGS = webFormSettingsSchema.parse({});

export const webFormExample: ConnectorExample = {
  settings: {},

  event({ number, author, sentAt, text }: ExampleMessage) {
    const fields = { submissionId: exampleUuid(number), text, name: author.name };
    const outcome = webFormForm.parse(fields, SETTINGS, sentAt);
    if (outcome.kind === 'invalid') throw new Error(`Example ${number}: ${JSON.stringify(outcome.problems)}`);
    return outcome.event;
  },
};

/** The same for the same number: sent twice, an example is still one report. */
function exampleUuid(number: number): string {
  const digest = createHash('sha256').update(`example ${number}`).digest('hex');
  return [
    digest.slice(0, 8),
    digest.slice(8, 12),
    `4${digest.slice(13, 16)}`,
    `8${digest.slice(17, 20)}`,
    digest.slice(20, 32),
  ].join('-');
}
