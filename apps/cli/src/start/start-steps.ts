import type { Environment } from '@app/config';

/** What `wadah start` needs of the rest of Wadah. */
export interface StartSteps {
  /** Brings the schema up to date. */
  migrate(databaseUrl: string): Promise<{ applied: number }>;
  /** A one-time link to create the first administrator; null when there is one already. */
  firstAdminLink(databaseUrl: string, publicUrl: string): Promise<string | null>;
  /** Sends example messages over all channels. @returns how many were new */
  sendDemo(databaseUrl: string): Promise<number>;
}

export interface StartOptions {
  readonly demo: boolean;
}

/** What a start works with; tests put their own in place. */
export interface StartSetup {
  readonly environment: Environment;
  /** The built main files. */
  readonly api: string;
  readonly worker: string;
  /** Prints one line for the operator. */
  readonly print: (line: string) => void;
}

/** The start cannot go on. The message is for the operator: what, where, what to do. */
export class StartError extends Error {}
