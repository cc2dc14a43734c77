/** Refuses when `work` has not ended after so many milliseconds; to be raced with it. */
export function refuseAfter(ms: number, work: Promise<unknown>): Promise<never> {
  return new Promise((_, reject) => {
    const timer = setTimeout(() => reject(new Error(`no answer within ${ms} ms`)), ms);
    const done = (): void => clearTimeout(timer);
    work.then(done, done);
  });
}
