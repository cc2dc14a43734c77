/** Prints the steps of a start, numbered and timed. */
export class StartOutput {
  private done = 0;

  constructor(
    private readonly print: (line: string) => void,
    private readonly steps: number,
  ) {}

  /**
   * Does the work of one step, then prints its line.
   * @param describe the line, from what the work returned
   */
  async step<Result>(work: () => Promise<Result>, describe: (result: Result) => string): Promise<Result> {
    const began = performance.now();
    const result = await work();
    this.done += 1;
    this.print(`[${this.done}/${this.steps}] ${describe(result)} (${seconds(performance.now() - began)})`);
    return result;
  }
}

/** @returns milliseconds as seconds in Indonesian notation: `0,4 s` */
export function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(1).replace('.', ',')} s`;
}

/** The block that stays visible at the end of a start. */
export function welcome(address: string, adminLink: string | null, dataFolder: string): string {
  const rule = '='.repeat(72);
  const admin =
    adminLink === null ? [] : ['', '  Buat administrator pertama (tautan sekali pakai):', `  ${adminLink}`];
  return [
    rule,
    `  Wadah berjalan di  ${address}`,
    ...admin,
    '',
    `  Data: ${dataFolder}`,
    '  Berhenti: Ctrl-C',
    rule,
  ].join('\n');
}

/** @returns what went wrong, in one text; also for errors that hide it, such as a refused connection */
export function describeError(error: unknown): string {
  if (error instanceof AggregateError && error.message === '') {
    return error.errors.map((one) => describeError(one)).join('; ');
  }
  return error instanceof Error ? error.message : String(error);
}
