import { ConnectorError, type ConnectorContext } from '@app/connector-kit';
import type { XSettings } from './x.settings.js';

type Context = ConnectorContext<XSettings>;

export type XStreamName = 'mentions' | 'keyword search' | 'direct messages' | 'deletions';

/** How long a stream that X refuses is left alone. */
const REST_MS = 15 * 60_000;

/**
 * What this process knows about the streams of its connections: when each may be asked for again, and what is wrong
 * with it. A stream beside the mentions that fails must not take them along, and must not fail silently either.
 */
export class XStreams {
  private readonly states = new Map<string, { notBefore: number; trouble: string | null }>();

  isDue(context: Context, stream: XStreamName): boolean {
    return (this.states.get(keyOf(context, stream))?.notBefore ?? 0) <= context.now().getTime();
  }

  /** All is well; asked for again after `restMs`. */
  finished(context: Context, stream: XStreamName, restMs: number): void {
    this.states.set(keyOf(context, stream), {
      notBefore: context.now().getTime() + restMs,
      trouble: null,
    });
  }

  /** Keeps what went wrong, for the connection's health, and leaves the stream alone for a while. */
  failed(context: Context, stream: XStreamName, error: unknown): void {
    const known = error instanceof ConnectorError ? error : undefined;
    const until = known?.until ?? new Date(context.now().getTime() + REST_MS);
    const reason = known?.message ?? 'it could not be read';
    this.states.set(keyOf(context, stream), {
      notBefore: until.getTime(),
      // Waiting one's turn is no trouble.
      trouble:
        known?.code === 'rate-limited'
          ? null
          : `Reading of ${stream} has stopped until ${until.toISOString()}: ${reason}`,
    });
  }

  troubles(context: Context, streams: readonly XStreamName[]): string[] {
    return streams.flatMap((stream) => this.states.get(keyOf(context, stream))?.trouble ?? []);
  }
}

function keyOf({ settings }: Context, stream: XStreamName): string {
  return `${settings.accessToken} ${stream}`;
}
