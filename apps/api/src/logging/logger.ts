import { pino, type Logger } from 'pino';

/** Injection token of the process's {@link Logger}. */
export const LOGGER = Symbol('logger');
export type { Logger };

/**
 * JSON lines on standard output. Nothing here logs headers, bodies or addresses with their query; what a mistake
 * might let through is struck out.
 */
export function createLogger(level: string): Logger {
  return pino({
    level,
    base: { app: 'api' },
    timestamp: () => `,"time":"${new Date().toISOString()}"`,
    redact: {
      paths: ['authorization', 'cookie', 'password', 'token', 'secret'].flatMap((name) => [
        name,
        `*.${name}`,
        `*.*.${name}`,
        `*["set-${name}"]`,
      ]),
      censor: '[redacted]',
    },
  });
}
