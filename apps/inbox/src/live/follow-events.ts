import { EventFrames, type StreamEvent } from './event-frames.js';

/** The server sends a sign of life every 15 seconds. */
const SILENCE_LIMIT_MS = 40_000;
const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 15_000;

export interface StreamListener {
  readonly onEvent: (event: StreamEvent) => void;
  /** @param isFirst true for the first connection: everything may have been loaded before it */
  readonly onConnected: (isFirst: boolean) => void;
  readonly onInterrupted: () => void;
  /** The server lets us in no longer: the stream is over. */
  readonly onRefused: () => void;
}

/**
 * Follows the change feed until the signal ends it. After each interruption it goes on from the last event it saw; a
 * connection that is silent for too long counts as interrupted.
 */
export async function followEvents(
  address: string,
  listener: StreamListener,
  signal: AbortSignal,
  limits = { silenceMs: SILENCE_LIMIT_MS, waitMs: FIRST_WAIT_MS },
): Promise<void> {
  const frames = new EventFrames();
  let failures = 0;
  let isFirst = true;
  const onConnected = (): void => {
    failures = 0;
    listener.onConnected(isFirst);
    isFirst = false;
  };
  while (!signal.aborted) {
    const outcome = await readOnce(address, frames, { ...listener, onConnected }, signal, limits.silenceMs);
    if (signal.aborted) return;
    if (outcome === 'refused') return listener.onRefused();
    listener.onInterrupted();
    frames.startOver();
    await wait(Math.min(limits.waitMs * 2 ** failures, LONGEST_WAIT_MS), signal);
    failures += 1;
  }
}

async function readOnce(
  address: string,
  frames: EventFrames,
  listener: StreamListener & { readonly onConnected: () => void },
  signal: AbortSignal,
  silenceMs: number,
): Promise<'refused' | 'interrupted'> {
  const lifeline = new AbortController();
  const giveUp = (): void => lifeline.abort();
  let timer = setTimeout(giveUp, silenceMs);
  globalThis.addEventListener?.('offline', giveUp);
  const headers: Record<string, string> = { accept: 'text/event-stream' };
  if (frames.lastEventId !== '') headers['last-event-id'] = frames.lastEventId;
  try {
    const response = await fetch(address, {
      headers,
      cache: 'no-store',
      credentials: 'same-origin',
      signal: AbortSignal.any([signal, lifeline.signal]),
    });
    if (response.status === 401 || response.status === 403) return 'refused';
    if (!response.ok || response.body === null) return 'interrupted';
    listener.onConnected();
    const decoder = new TextDecoder();
    const reader = response.body.getReader();
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      clearTimeout(timer);
      timer = setTimeout(giveUp, silenceMs);
      for (const event of frames.read(decoder.decode(part.value, { stream: true }))) listener.onEvent(event);
    }
    return 'interrupted';
  } catch {
    return 'interrupted';
  } finally {
    clearTimeout(timer);
    globalThis.removeEventListener?.('offline', giveUp);
  }
}

/** Ends early when the network comes back. */
function wait(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      globalThis.removeEventListener?.('online', done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    signal.addEventListener('abort', done);
    globalThis.addEventListener?.('online', done);
  });
}
