export interface ApiAnswer {
  readonly status: number;
  readonly headers: Headers;
  // What came is what the test is about: each test looks at it as it expects it.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  readonly body: any;
}

/** Calls the API as a browser on our own page does: keeps the session cookie, sends Origin. */
export class ApiClient {
  private cookie: string | null = null;

  constructor(
    private readonly url: string,
    /** Sent instead of a cookie. */
    private readonly token?: string,
  ) {}

  async call(
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string | undefined> = {},
  ): Promise<ApiAnswer> {
    const response = await fetch(`${this.url}/api/v1${path}`, {
      method,
      headers: given({
        ...(this.token ? { authorization: `Bearer ${this.token}` } : { origin: this.url }),
        cookie: this.cookie ?? undefined,
        'content-type': body === undefined ? undefined : 'application/json',
        ...headers,
      }),
      body: body === undefined ? null : typeof body === 'string' ? body : JSON.stringify(body),
    });
    for (const line of response.headers.getSetCookie()) this.cookie = line.split(';')[0] ?? null;
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.includes('json') ?? false;
    return {
      status: response.status,
      headers: response.headers,
      body: isJson && text ? JSON.parse(text) : text,
    };
  }

  /** What a browser would send as Cookie. */
  get sessionCookie(): string {
    return this.cookie ?? '';
  }
}

function given(headers: Record<string, string | undefined>): Record<string, string> {
  const entries = Object.entries(headers).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  );
  return Object.fromEntries(entries);
}
