import { z } from 'zod';

/** What a child of `wadah start` tells its parent over the IPC channel. */
export const childMessageSchema = z.object({
  type: z.literal('ready'),
  /** Where it listens, for example `http://127.0.0.1:3000`. */
  address: z.url().optional(),
});

export type ChildMessage = z.infer<typeof childMessageSchema>;

const CLOSE_LIMIT = 10_000;

/** Tells `wadah start` that this process now does its work; does nothing when started by itself. */
export function reportReady(address?: string): void {
  const message: ChildMessage = { type: 'ready', ...(address !== undefined && { address }) };
  if (process.connected) process.send?.(message);
}

/**
 * Ends this process in order, once: at SIGTERM, when `wadah start` has died, and at Ctrl-C when started by
 * itself. Below `wadah start` the terminal's Ctrl-C is left to the parent, which stops its children one
 * after the other.
 * @param close what to do before; after 10 s the process ends without it (exit code 1)
 */
export function exitWithParent(close: () => Promise<void>): void {
  const hasParent = process.send !== undefined;
  let isClosing = false;
  const end = (): void => {
    if (isClosing) return;
    isClosing = true;
    setTimeout(() => process.exit(1), CLOSE_LIMIT);
    close().then(
      () => process.exit(0),
      (error: unknown) => {
        console.error(error);
        process.exit(1);
      },
    );
  };
  const leaveToParent = (): void => undefined;
  process.on('SIGTERM', end);
  process.on('SIGINT', hasParent ? leaveToParent : end);
  process.on('SIGHUP', hasParent ? leaveToParent : end);
  if (!hasParent) return;
  process.on('disconnect', end);
  // The parent may have died before the listener was there.
  if (!process.connected) end();
}

/** True below `npm start`: npm's shell may be ended by a signal that it does not pass on. */
export function isRunByNpm(variables: NodeJS.ProcessEnv = process.env): boolean {
  return variables['npm_lifecycle_event'] !== undefined;
}
