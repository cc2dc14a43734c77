export interface StreamedEvent {
  readonly event: string;
  readonly id: string;
  readonly data: Record<string, string>;
}

/** An EventSource that does not reconnect by itself: a test decides when it is cut. */
export class EventStream {
  readonly events: StreamedEvent[] = [];
  /** What a browser would send as Last-Event-ID. */
  lastEventId: string | undefined;
  /** Resolves when the stream has ended, from whichever side. */
  readonly ended: Promise<void>;
  private readonly abort = new AbortController();
  private readonly waiting = new Set<() => void>();

  private constructor(response: Response) {
    this.ended = this.read(response);
  }

  static async open(
    url: string,
    headers: Record<string, string>,
    lastEventId?: string,
  ): Promise<EventStream> {
    const abort = new AbortController();
    const response = await fetch(`${url}/api/v1/events`, {
      headers: { ...headers, ...(lastEventId === undefined ? {} : { 'last-event-id': lastEventId }) },
      signal: abort.signal,
    });
    if (response.status !== 200) throw new Error(`Stream refused: ${response.status}`);
    const stream = new EventStream(response);
    stream.abort.signal.addEventListener('abort', () => abort.abort());
    return stream;
  }

  cut(): void {
    this.abort.abort();
  }

  /** Resolves when the condition holds; it is looked at after each piece that arrives. */
  async until(condition: () => boolean): Promise<void> {
    while (!condition()) {
      await new Promise<void>((resolve) => this.waiting.add(resolve));
    }
  }

  private async read(response: Response): Promise<void> {
    let rest = '';
    const decoder = new TextDecoder();
    try {
      for await (const piece of response.body as unknown as AsyncIterable<Uint8Array>) {
        const blocks = (rest + decoder.decode(piece, { stream: true })).split('\n\n');
        rest = blocks.pop() ?? '';
        for (const block of blocks) this.take(block);
        this.wake();
      }
    } catch {
      // Cut.
    }
    this.wake();
  }

  private wake(): void {
    for (const resolve of this.waiting) resolve();
    this.waiting.clear();
  }

  private take(block: string): void {
    const fields = new Map(
      block.split('\n').map((line) => {
        const [name = '', ...value] = line.split(': ');
        return [name, value.join(': ')] as const;
      }),
    );
    this.lastEventId = fields.get('id') ?? this.lastEventId;
    const data = fields.get('data');
    if (data === undefined) return;
    this.events.push({
      event: fields.get('event') ?? 'message',
      id: fields.get('id') ?? '',
      data: JSON.parse(data) as Record<string, string>,
    });
  }
}
