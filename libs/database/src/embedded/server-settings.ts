/** For a server of 2 cores and 2 to 4 GB that also runs Node; everything durable. */
const SETTINGS: Readonly<Record<string, string>> = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '100',
  shared_buffers: '128MB',
  effective_cache_size: '512MB',
  // Solid-state disks: a page from anywhere costs hardly more than the next one.
  random_page_cost: '1.1',
  work_mem: '8MB',
  maintenance_work_mem: '64MB',
  max_wal_size: '1GB',
  fsync: 'on',
  // Compiling plans costs more than it saves for short queries.
  jit: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
  // Citizens' texts and parameters stay out of the log: no statements, no DETAIL lines.
  log_min_messages: 'warning',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_line_prefix: '%m [%p] ',
};

/** Settings of a server whose data is thrown away: fast, and nothing survives a power cut. */
export const THROWAWAY_SETTINGS: Readonly<Record<string, string>> = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  shared_buffers: '64MB',
  // Several systems of API and workers at once.
  max_connections: '400',
};

/** @returns the arguments of the `postgres` program */
export function settingArguments(overrides: Readonly<Record<string, string>> = {}): string[] {
  return Object.entries({ ...SETTINGS, ...overrides }).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}
