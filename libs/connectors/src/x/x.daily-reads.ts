/**
 * X charges a resource once per UTC day, however often it is read. Remembers what this process has counted today, so
 * that the meter does not run away; after a restart some are counted twice, which errs on the safe side.
 */
export class DailyReads {
  private day = '';
  private readonly seen = new Set<string>();

  /** How many of these resources were not counted before on the day of `now`; counts them. */
  countNew(app: string, resources: readonly string[], now: Date): number {
    const day = now.toISOString().slice(0, 10);
    if (day !== this.day) {
      this.day = day;
      this.seen.clear();
    }
    const before = this.seen.size;
    for (const resource of resources) this.seen.add(`${app} ${resource}`);
    return this.seen.size - before;
  }
}
