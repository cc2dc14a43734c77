/** A browser without JavaScript, as far as forms, cookies and redirects go. */
export class CitizenBrowser {
  status = 0;
  page = '';
  location = '';
  private readonly cookies = new Map<string, { value: string; path: string }>();

  constructor(private readonly url: string) {}

  async get(path: string): Promise<this> {
    return this.visit('GET', path);
  }

  async post(path: string, fields: Readonly<Record<string, string>>): Promise<this> {
    return this.visit('POST', path, new URLSearchParams(fields));
  }

  /** As a form with a field for files is sent. */
  async postFiles(
    path: string,
    fields: Readonly<Record<string, string>>,
    files: readonly { readonly name: string; readonly body: Buffer; readonly type?: string }[],
  ): Promise<this> {
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) form.append(name, value);
    for (const { name, body, type } of files) {
      form.append('photos', new Blob([new Uint8Array(body)], { type: type ?? 'image/jpeg' }), name);
    }
    return this.visit('POST', path, form);
  }

  /** The bytes behind an address, with this browser's cookies. */
  async bytes(path: string): Promise<{ readonly status: number; readonly body: Buffer }> {
    const response = await fetch(`${this.url}${path}`, { headers: { cookie: this.cookiesFor(path) } });
    return { status: response.status, body: Buffer.from(await response.arrayBuffer()) };
  }

  /** Value of the hidden field of this name. */
  hidden(name: string): string {
    return new RegExp(`name="${name}"\\s+value="([^"]*)"`).exec(this.page)?.[1] ?? '';
  }

  /** Text of the element with this id. */
  text(id: string): string {
    return new RegExp(`id="${id}"[^>]*>([^<]*)<`).exec(this.page)?.[1] ?? '';
  }

  private async visit(method: string, path: string, body?: URLSearchParams | FormData): Promise<this> {
    const response = await fetch(`${this.url}${path}`, {
      method,
      redirect: 'manual',
      headers: { accept: 'text/html', cookie: this.cookiesFor(path) },
      body: body ?? null,
    });
    for (const line of response.headers.getSetCookie()) this.keep(line);
    const target = response.headers.get('location');
    if (response.status >= 300 && response.status < 400 && target !== null) return this.visit('GET', target);
    this.status = response.status;
    this.location = path;
    this.page = await response.text();
    return this;
  }

  private cookiesFor(path: string): string {
    const sent = [...this.cookies].filter(([, cookie]) => path.startsWith(cookie.path));
    return sent.map(([name, { value }]) => `${name}=${value}`).join('; ');
  }

  private keep(line: string): void {
    const [pair = '', ...attributes] = line.split('; ');
    const [name = '', value = ''] = pair.split('=');
    const path = attributes.find((attribute) => attribute.startsWith('Path='))?.slice(5) ?? '/';
    if (value === '' || attributes.includes('Max-Age=0')) this.cookies.delete(name);
    else this.cookies.set(name, { value, path });
  }
}
