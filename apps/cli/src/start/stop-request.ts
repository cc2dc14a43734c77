import { isRunByNpm } from '@app/config';

/** One Ctrl-C arrives twice below npm: from the terminal and from npm itself. In milliseconds. */
const SAME_REQUEST = 500;

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Thrown out of a step that was under way when the operator asked to stop. */
export class StopRequested extends Error {}

export interface StopRequest {
  /** Resolves when somebody asks to stop: Ctrl-C, SIGTERM, a closed terminal, the end of npm. */
  readonly asked: Promise<void>;
  /** Waits for the work, or throws StopRequested as soon as somebody asks to stop. */
  orStop<Result>(work: Promise<Result>): Promise<Result>;
  /** Stops listening. */
  dispose(): void;
}

/** @param print told of each request after the first: stopping goes on, once */
export function listenForStop(print: (line: string) => void): StopRequest {
  let ask: () => void;
  const asked = new Promise<void>((resolve) => {
    ask = resolve;
  });
  let first: number | null = null;
  const onSignal = (): void => {
    if (first === null) {
      first = Date.now();
      ask();
    } else if (Date.now() - first > SAME_REQUEST) {
      print('Sedang berhenti, mohon tunggu ...');
    }
  };
  for (const signal of SIGNALS) process.on(signal, onSignal);
  const npm = isRunByNpm() ? watchParent(onSignal) : undefined;
  const refusal = asked.then(() => Promise.reject<never>(new StopRequested('asked to stop')));
  refusal.catch(() => undefined);
  return {
    asked,
    orStop: (work) => Promise.race([work, refusal]),
    dispose: () => {
      clearInterval(npm);
      for (const signal of SIGNALS) process.off(signal, onSignal);
    },
  };
}

/** A SIGTERM to npm ends its shell but does not reach us: then our parent is another one. */
function watchParent(onGone: () => void): NodeJS.Timeout {
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    onGone();
  }, 500);
  return timer.unref();
}
