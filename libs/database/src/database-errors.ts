/** PostgreSQL's five-character SQLSTATE, or Node's error code, wherever the driver has put it. */
function codeOf(error: unknown): string {
  if (typeof error !== 'object' || error === null) return '';
  const { code, driverError } = error as { code?: unknown; driverError?: unknown };
  return typeof code === 'string' ? code : codeOf(driverError);
}

export function isDeadlock(error: unknown): boolean {
  return ['40P01', '40001'].includes(codeOf(error));
}

export function isUniqueViolation(error: unknown): boolean {
  return codeOf(error) === '23505';
}

/** A table or column is not there: migrations have not run on this database. */
export function isSchemaMissing(error: unknown): boolean {
  return ['42P01', '42703', '3F000'].includes(codeOf(error));
}

const NETWORK_CODES = ['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND', 'EHOSTUNREACH'];
const NETWORK_TEXTS =
  /connection terminated|timeout exceeded when trying to connect|connection timeout|not queryable/i;

/**
 * Whether the database itself is away, full or shutting down, rather than the statement wrong: classes 08
 * (connection), 53 (disk full, too many connections), 57P (shutdown), 58 (system).
 */
export function isDatabaseUnavailable(error: unknown): boolean {
  const code = codeOf(error);
  if (/^(08|53|57P|58)/.test(code) || NETWORK_CODES.includes(code)) return true;
  return error instanceof Error && NETWORK_TEXTS.test(error.message);
}
