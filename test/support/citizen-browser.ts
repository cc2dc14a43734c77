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
    return this.visit('POST', path, new URLSearchParams(fields).toString());
  }

  /** Value of the hidden field of this name. */
  hidden(name: string): string {
    return new RegExp(`name="${name}"\\s+value="([^"]*)"`).exec(this.page)?.[1] ?? '';
  }

  /** Text of the element with this id. */
  text(id: string): string {
    return new RegExp(`id="${id}"[^>]*>([^<]*)<`).exec(this.page)?.[1] ?? '';
  }

  private async visit(method: string, path: string, body?: string): Promise<this> {
    const cookies = [...this.cookies].filter(([, cookie]) => path.startsWith(cookie.path));
    const response = await fetch(`${this.url}${path}`, {
      method,
      redirect: 'manual',
      headers: {
        cookie: cookies.map(([name, { value }]) => `${name}=${value}`).join('; '),
        ...(body === undefined ? {} : { 'content-type': 'application/x-www-form-urlencoded' }),
      },
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

  private keep(line: string): void {
    const [pair = '', ...attributes] = line.split('; ');
    const [name = '', value = ''] = pair.split('=');
    const path = attributes.find((attribute) => attribute.startsWith('Path='))?.slice(5) ?? '/';
    if (value === '' || attributes.includes('Max-Age=0')) this.cookies.delete(name);
    else this.cookies.set(name, { value, path });
  }
}
