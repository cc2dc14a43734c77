/** One object in an array of the name that was looked for. */
export interface JsonElement {
  /** Its JSON; the beginning of it when it is too long. */
  readonly bytes: Buffer;
  readonly isTooLong: boolean;
  /** Texts and numbers that stood before the array in the object that has it. */
  readonly holder: Readonly<Record<string, string>>;
}

interface Container {
  readonly isArray: boolean;
  /** Its name in the object around it. */
  readonly name: string | null;
  readonly values: Record<string, string>;
  /** Of the member whose value comes next. */
  member: string | null;
}

export const MAX_ELEMENT_BYTES = 1024 * 1024;
const [QUOTE, BACKSLASH, OPEN_OBJECT, CLOSE_OBJECT, OPEN_ARRAY, CLOSE_ARRAY] = [...Buffer.from('"\\{}[]')];
const BLANKS = new Set(Buffer.from(' \t\r\n,:\ufeff'));

/**
 * Reads JSON of any length and gives the objects of every array of this name, one after the other.
 * @returns whether the document came to its end
 */
export async function* elementsOf(
  source: AsyncIterable<Buffer>,
  arrayName: string,
): AsyncGenerator<JsonElement, boolean> {
  const scanner = new JsonScanner(arrayName);
  for await (const chunk of source) yield* scanner.read(chunk);
  return scanner.isComplete;
}

/** Follows nesting and strings byte by byte, and keeps of the document only what is asked for. */
class JsonScanner {
  private readonly around: Container[] = [];
  private hasBegun = false;
  private isString = false;
  private isEscaped = false;
  /** Of the string or number that is being read outside of an element. */
  private token: number[] = [];
  /** How deep within an element; 0 outside. */
  private depth = 0;
  private parts: Buffer[] = [];
  private size = 0;

  constructor(private readonly arrayName: string) {}

  get isComplete(): boolean {
    return this.hasBegun && this.around.length === 0 && !this.isString;
  }

  *read(chunk: Buffer): Generator<JsonElement> {
    let start = this.depth > 0 ? 0 : -1;
    for (let at = 0; at < chunk.length; at++) {
      const byte = chunk[at] ?? 0;
      if (this.isString) this.continueString(byte);
      else if (byte === QUOTE) this.isString = true;
      else if (byte === OPEN_OBJECT || byte === OPEN_ARRAY) {
        if (this.open(byte === OPEN_ARRAY)) start = at;
      } else if (byte === CLOSE_OBJECT || byte === CLOSE_ARRAY) {
        if (this.close()) {
          this.keep(chunk.subarray(start, at + 1));
          start = -1;
          yield this.take();
        }
      } else if (this.depth === 0) this.continuePlain(byte);
    }
    if (start >= 0) this.keep(chunk.subarray(start));
  }

  private continueString(byte: number): void {
    if (byte === QUOTE && !this.isEscaped) {
      this.isString = false;
      if (this.depth === 0) this.valueRead(JSON.parse(`"${this.taken()}"`) as string);
      return;
    }
    this.isEscaped = byte === BACKSLASH && !this.isEscaped;
    if (this.depth === 0) this.token.push(byte);
  }

  private continuePlain(byte: number): void {
    if (!BLANKS.has(byte)) this.token.push(byte);
    else if (this.token.length > 0) this.valueRead(this.taken());
  }

  /** @returns whether an element begins */
  private open(isArray: boolean): boolean {
    this.hasBegun = true;
    const holder = this.around.at(-1);
    if (this.depth > 0) this.depth += 1;
    else if (!isArray && holder?.isArray && holder.name === this.arrayName) this.depth = 1;
    else {
      this.around.push({ isArray, name: holder?.member ?? null, values: {}, member: null });
      if (holder) holder.member = null;
      return false;
    }
    return this.depth === 1;
  }

  /** @returns whether an element ends */
  private close(): boolean {
    if (this.depth > 0) {
      this.depth -= 1;
      return this.depth === 0;
    }
    if (this.token.length > 0) this.valueRead(this.taken());
    this.around.pop();
    return false;
  }

  /** In an object names and values take turns. */
  private valueRead(text: string): void {
    const container = this.around.at(-1);
    if (!container || container.isArray) return;
    if (container.member === null) {
      container.member = text;
      return;
    }
    container.values[container.member] = text;
    container.member = null;
  }

  private taken(): string {
    const text = Buffer.from(this.token).toString('utf8');
    this.token = [];
    return text;
  }

  private keep(part: Buffer): void {
    const room = MAX_ELEMENT_BYTES - this.size;
    // A copy: the stream uses its memory again.
    if (room > 0) this.parts.push(Buffer.from(part.subarray(0, room)));
    this.size += part.length;
  }

  private take(): JsonElement {
    const element = {
      bytes: Buffer.concat(this.parts),
      isTooLong: this.size > MAX_ELEMENT_BYTES,
      holder: this.around.at(-2)?.values ?? {},
    };
    this.parts = [];
    this.size = 0;
    return element;
  }
}
