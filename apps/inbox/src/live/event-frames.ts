/** One event of a stream, as the HTML standard's "server-sent events" reads it. */
export interface StreamEvent {
  readonly name: string;
  readonly data: string;
}

/**
 * Reads a stream of server-sent events piece by piece. Unlike the browser's EventSource it also tells of heartbeats
 * (any piece is a sign of life) and lets the position be sent again after a failure.
 */
export class EventFrames {
  /** To be sent as `Last-Event-ID`; it moves on frames without data too. */
  lastEventId = '';
  private rest = '';
  private name = '';
  private data: string[] = [];
  private pendingId: string | null = null;

  /** @returns the events that the piece completes */
  read(piece: string): StreamEvent[] {
    const lines = (this.rest + piece).split('\n');
    this.rest = lines.pop() ?? '';
    return lines.flatMap((line) => this.readLine(line.endsWith('\r') ? line.slice(0, -1) : line));
  }

  /** A connection that ended in the middle of a frame: the frame never happened. */
  startOver(): void {
    this.rest = '';
    this.name = '';
    this.data = [];
    this.pendingId = null;
  }

  private readLine(line: string): StreamEvent[] {
    if (line === '') return this.complete();
    const colon = line.indexOf(':');
    const field = colon === -1 ? line : line.slice(0, colon);
    const value = colon === -1 ? '' : line.slice(colon + 1).replace(/^ /, '');
    if (field === 'data') this.data.push(value);
    if (field === 'event') this.name = value;
    if (field === 'id') this.pendingId = value;
    return [];
  }

  private complete(): StreamEvent[] {
    const event = { name: this.name || 'message', data: this.data.join('\n') };
    const hasData = this.data.length > 0;
    this.lastEventId = this.pendingId ?? this.lastEventId;
    this.pendingId = null;
    this.name = '';
    this.data = [];
    return hasData ? [event] : [];
  }
}
