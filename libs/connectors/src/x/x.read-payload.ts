import { ConnectorError } from '@app/connector-kit';
import type { z } from 'zod';

/**
 * Names the members that are wrong, never their values: reasons are shown and logged.
 * @param what begins the sentence, e.g. `This post from X`
 * @throws ConnectorError `payload-unrecognised`
 */
export function readPayload<Schema extends z.ZodType>(
  schema: Schema,
  payload: unknown,
  what: string,
): z.infer<Schema> {
  const parsed = schema.safeParse(payload);
  if (parsed.success) return parsed.data;
  const where = parsed.error.issues.map((issue) => issue.path.join('.')).join(', ');
  throw new ConnectorError('payload-unrecognised', `${what} cannot be read; unexpected: ${where}`);
}
