import { fork, type ChildProcess } from 'node:child_process';
import { childMessageSchema } from '@app/config';
import { seconds } from './start-output.js';
import { StartError } from './start-steps.js';

export interface SupervisedOptions {
  /** For the operator: `api`, `worker`. */
  readonly name: string;
  readonly file: string;
  readonly environment: NodeJS.ProcessEnv;
  readonly print: (line: string) => void;
  /** Called with each new process, the first and the restarted ones. */
  readonly onSpawn?: (pid: number) => void;
  readonly limits?: Partial<SupervisionLimits>;
}

/** All in milliseconds. */
export interface SupervisionLimits {
  readonly firstPause: number;
  readonly longestPause: number;
  /** A process that lived this long was healthy: the next pause is the first one again. */
  readonly healthyAfter: number;
  readonly readyWithin: number;
  /** A little more than the child's own limit for closing. */
  readonly killAfter: number;
}

const LIMITS: SupervisionLimits = {
  firstPause: 500,
  longestPause: 30_000,
  healthyAfter: 60_000,
  readyWithin: 180_000,
  killAfter: 12_000,
};

/** A child process that is started again, with growing pauses, when it ends without being asked to. */
export class SupervisedProcess {
  /** The address the child gave when it first became ready. @throws StartError when it never did */
  readonly ready: Promise<string | undefined>;

  private readonly limits: SupervisionLimits;
  private child: ChildProcess | null = null;
  private isStopping = false;
  private wasReady = false;
  private pause: number;
  private restart: NodeJS.Timeout | undefined;
  private settle!: { resolve(address: string | undefined): void; reject(error: Error): void };

  constructor(private readonly options: SupervisedOptions) {
    this.limits = { ...LIMITS, ...options.limits };
    this.pause = this.limits.firstPause;
    this.ready = new Promise((resolve, reject) => {
      this.settle = { resolve, reject };
    });
    this.ready.catch(() => undefined);
    const limit = setTimeout(
      () => this.fail(`belum siap setelah ${seconds(this.limits.readyWithin)}`),
      this.limits.readyWithin,
    );
    void this.ready.then(
      () => clearTimeout(limit),
      () => clearTimeout(limit),
    );
    this.spawn();
  }

  /** Asks the child to end and waits; kills it when it takes too long. Never restarts it afterwards. */
  async stop(): Promise<void> {
    this.isStopping = true;
    clearTimeout(this.restart);
    this.fail('dihentikan sebelum siap');
    const { child } = this;
    if (child === null) return;
    const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
    child.kill('SIGTERM');
    const limit = setTimeout(() => {
      this.options.print(`${this.options.name} tidak mau berhenti dan dimatikan paksa.`);
      child.kill('SIGKILL');
    }, this.limits.killAfter);
    await gone;
    clearTimeout(limit);
  }

  private spawn(): void {
    const { name, file, environment, onSpawn, print } = this.options;
    const began = Date.now();
    const child = fork(file, [], { env: environment, execArgv: ['--enable-source-maps'] });
    this.child = child;
    if (child.pid !== undefined) onSpawn?.(child.pid);
    child.on('message', (message) => {
      const parsed = childMessageSchema.safeParse(message);
      if (!parsed.success) return;
      if (this.wasReady) print(`${name} siap lagi.`);
      this.wasReady = true;
      this.settle.resolve(parsed.data.address);
    });
    child.once('error', (error) => this.fail(error.message));
    child.once('exit', (code, signal) => this.ended(code ?? signal ?? 'tidak diketahui', Date.now() - began));
  }

  private ended(code: number | string, lived: number): void {
    this.child = null;
    if (this.isStopping) return;
    if (!this.wasReady) return this.fail(`berhenti sebelum siap (kode ${code}); lihat pesan di atas`);
    if (lived > this.limits.healthyAfter) this.pause = this.limits.firstPause;
    const { name, print } = this.options;
    print(`${name} berhenti tanpa diminta (kode ${code}); dijalankan lagi dalam ${seconds(this.pause)}.`);
    this.restart = setTimeout(() => this.spawn(), this.pause);
    this.pause = Math.min(this.pause * 2, this.limits.longestPause);
  }

  private fail(reason: string): void {
    this.settle.reject(new StartError(`${this.options.name}: ${reason}.`));
  }
}
