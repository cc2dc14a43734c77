import { Worker } from 'node:worker_threads';
import type { TrainingResult, TrainingStep, TrainingTask } from './training-task.js';

type Message = { readonly step: TrainingStep } | { readonly result: TrainingResult };

/**
 * Trains beside the event loop of this process.
 * @param signal ends the training
 * @throws what the training threw, or that it was ended
 */
export async function trainInThread(
  task: TrainingTask,
  onStep: (step: TrainingStep) => void,
  signal: AbortSignal,
): Promise<TrainingResult> {
  signal.throwIfAborted();
  const thread = new Worker(new URL('./training-thread.js', import.meta.url), { workerData: task });
  const end = (): void => void thread.terminate();
  signal.addEventListener('abort', end, { once: true });
  try {
    return await new Promise<TrainingResult>((resolve, reject) => {
      thread.on('message', (message: Message) => {
        if ('step' in message) onStep(message.step);
        else resolve(message.result);
      });
      thread.once('error', reject);
      thread.once('exit', () => reject(new Error('The training ended before it was done')));
    });
  } finally {
    signal.removeEventListener('abort', end);
  }
}
