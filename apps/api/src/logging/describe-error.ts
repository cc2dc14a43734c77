const MAX_MESSAGE = 300;

/**
 * An error as it may stand in a log. Messages of the database and of parsers can quote what a citizen wrote: of those
 * only name, code and stack are kept.
 */
export function describeError(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { name: typeof error };
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined;
  const mayQuote = 'driverError' in error || 'severity' in error || error instanceof SyntaxError;
  return {
    name: error.name,
    ...(code === undefined ? {} : { code }),
    ...(mayQuote ? {} : { message: error.message.slice(0, MAX_MESSAGE) }),
    stack: framesOf(error),
    ...(error.cause === undefined ? {} : { cause: describeError(error.cause) }),
  };
}

/** The stack without its first part, which repeats the message. */
function framesOf(error: Error): string[] {
  return (error.stack ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line.startsWith('at '))
    .slice(0, 12);
}
