import type { Connector } from './connector.js';
import type { ParsedEvent } from './raw-event.js';

/** A file that holds what a platform once gave. */
export interface RecordedFile {
  readonly name: string;
  readonly body: Buffer;
}

/** How one part of a recorded file is played again. */
export type ReplayStep =
  /** Delivered to the connection's webhook, with what `webhook.sign` adds. */
  | {
      readonly by: 'webhook';
      readonly body: Buffer;
      readonly method?: 'GET' | 'POST';
      /** The address after its `?`, as it was. */
      readonly rawQuery?: string;
    }
  /** Posted to the connection's own interface, with what `api.sign` adds. */
  | {
      readonly by: 'api';
      /** Behind the interface's address. */
      readonly path: string;
      readonly headers: Readonly<Record<string, string>>;
      readonly body: Buffer;
    }
  /** Put into the ledger as pulling or a session would have done. */
  | { readonly by: 'ledger'; readonly events: readonly ParsedEvent[] }
  /** Not something that the platform delivers (an answer to a question of ours, a page of documentation). */
  | { readonly by: 'nobody'; readonly reason: string };

/**
 * What the platform would do with a recorded file, as the connector says with `replay`; else the whole file is one
 * delivery to the webhook.
 * @throws Error when the channel has neither
 */
export async function replaySteps(connector: Connector, file: RecordedFile): Promise<readonly ReplayStep[]> {
  if (connector.replay) return connector.replay(file);
  if (!connector.webhook) {
    throw new Error(`Channel "${connector.descriptor.code}" cannot play recorded payloads`);
  }
  return recordedBodies(file).map((body) => ({ by: 'webhook', body: bytesOf(body) }));
}

/**
 * The payloads in a recorded file: its JSON, or the `payload` (or each of the `payloads`) of a JSON object that tells
 * its `source`. Bytes that are no JSON are one payload, as they are.
 */
export function recordedBodies({ body }: RecordedFile): readonly unknown[] {
  let content: unknown;
  try {
    content = JSON.parse(body.toString('utf8'));
  } catch {
    return [body];
  }
  if (typeof content !== 'object' || content === null || !('source' in content)) return [content];
  if ('payload' in content) return [content.payload];
  if ('payloads' in content && typeof content.payloads === 'object' && content.payloads !== null) {
    return Object.values(content.payloads);
  }
  return [content];
}

/** A payload as a delivery's body. */
export function bytesOf(payload: unknown): Buffer {
  return Buffer.isBuffer(payload) ? payload : Buffer.from(JSON.stringify(payload));
}
