import type { RunResult } from '@app/database';
import type { RetentionKind } from '@app/report-model';

const NOTHING: RunResult = { erased: 0, held: 0, failed: 0, failures: [] };
const NAMED_FAILURES = 20;
const REASON_LENGTH = 200;

/** What a run did, by rule. */
export class RunTally {
  private readonly kinds: Map<string, RunResult>;

  /** @param before what the run had done when its worker was lost */
  constructor(before: Readonly<Record<string, RunResult>>) {
    this.kinds = new Map(Object.entries(before));
  }

  /** What is on hold or fails is met again by a run that starts again. */
  begin(kind: RetentionKind): void {
    this.kinds.set(kind, { ...NOTHING, erased: this.of(kind).erased });
  }

  add(kind: RetentionKind, done: { readonly erased?: number; readonly held?: number }): void {
    const { erased, held, ...rest } = this.of(kind);
    this.kinds.set(kind, { ...rest, erased: erased + (done.erased ?? 0), held: held + (done.held ?? 0) });
  }

  fail(kind: RetentionKind, name: string, error: unknown): void {
    const reason = (error instanceof Error ? error.message : String(error)).slice(0, REASON_LENGTH);
    const { failed, failures, ...rest } = this.of(kind);
    this.kinds.set(kind, {
      ...rest,
      failed: failed + 1,
      failures: failures.length < NAMED_FAILURES ? [...failures, { name, reason }] : failures,
    });
  }

  of(kind: RetentionKind): RunResult {
    return this.kinds.get(kind) ?? NOTHING;
  }

  /** As it will be when the transaction that notes it has erased so many more. */
  resultsWith(kind: RetentionKind, erased: number): Record<string, RunResult> {
    const result = this.of(kind);
    return { ...this.results, [kind]: { ...result, erased: result.erased + erased } };
  }

  get results(): Record<string, RunResult> {
    return Object.fromEntries(this.kinds);
  }
}
