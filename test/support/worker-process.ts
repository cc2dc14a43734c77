import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const SCRIPT = fileURLToPath(new URL('./run-worker.mjs', import.meta.url));

export interface WorkerProcess {
  /** Like a power cut. */
  kill(): Promise<void>;
  /** In order. */
  stop(): Promise<void>;
}

/** A worker that can be killed. `page` stands in for WhatsApp's. */
export async function startWorkerProcess(options: {
  readonly databaseUrl: string;
  readonly secretKey: Buffer;
  readonly dataFolder: string;
  readonly page: object;
  /** What models are trained with; the corpus that ships without it. */
  readonly corpusFolder?: string;
}): Promise<WorkerProcess> {
  const argument = JSON.stringify({ ...options, secretKey: options.secretKey.toString('base64') });
  const child = fork(SCRIPT, [argument], { execArgv: [], stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  const exited = once(child, 'exit');
  await Promise.race([
    once(child, 'message'),
    exited.then(([code]) => {
      throw new Error(`The worker ended with ${code} before it was ready`);
    }),
  ]);
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    if (child.exitCode === null && child.signalCode === null) child.kill(signal);
    await exited;
  };
  return { kill: () => end('SIGKILL'), stop: () => end('SIGTERM') };
}
