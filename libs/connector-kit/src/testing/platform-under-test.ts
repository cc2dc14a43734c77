import { expect } from '@jest/globals';
import type { ConnectorContext } from '../context.js';
import { ConnectorError, type ConnectorErrorCode } from '../errors.js';
import type { ConnectorContract, Failure } from './connector-contract.js';
import { scriptedServer, type Script, type ScriptedServer } from './scripted-server.js';
import { impatient, testContext } from './test-context.js';

const BARE_STATUS = { unauthorised: 401, forbidden: 403, 'rate-limited': 429, 'server-error': 500 } as const;

/** The scripted platform of one contract suite, and contexts that lead to it. */
export class PlatformUnderTest<Settings> {
  private server: ScriptedServer;
  private deadOrigin: string;

  constructor(readonly contract: ConnectorContract<Settings>) {}

  async start(): Promise<void> {
    this.server = await (this.contract.platform ?? scriptedServer)();
    const dead = await scriptedServer();
    await dead.stop();
    this.deadOrigin = dead.origin;
  }

  async stop(): Promise<void> {
    await this.server.stop();
  }

  get requestCount(): number {
    return this.server.requests.length;
  }

  /** A context for a platform that answers by `script`. */
  playing(script: Script, settings: Readonly<Record<string, unknown>> = {}): ConnectorContext<Settings> {
    this.server.play(script);
    return this.contextAt(this.server.origin, settings);
  }

  /** A context for a platform that fails in this way. */
  failing(failure: Failure, settings: Readonly<Record<string, unknown>> = {}): ConnectorContext<Settings> {
    if (failure === 'refused-connection') return this.contextAt(this.deadOrigin, settings);
    if (failure === 'time-out') {
      const context = this.playing('hang', settings);
      return { ...context, http: impatient(context.http) };
    }
    const bare = { status: BARE_STATUS[failure] };
    return this.playing(this.contract.failureAnswers?.[failure] ?? bare, settings);
  }

  /** Secret values of the settings in use: no message may hold one. */
  secretValues(context: ConnectorContext<Settings>): string[] {
    const settings = context.settings as Readonly<Record<string, unknown>>;
    return this.contract.secrets
      .map((name) => settings[name])
      .filter((value): value is string => typeof value === 'string' && value !== '');
  }

  private contextAt(origin: string, changes: Readonly<Record<string, unknown>>): ConnectorContext<Settings> {
    const { connector, settings, context } = this.contract;
    const parsed = connector.descriptor.settingsSchema.parse({ ...settings(origin), ...changes }) as Settings;
    return testContext(parsed, context?.(origin));
  }
}

/** Runs what must fail and checks the failure's code and that its message gives nothing away. */
export async function expectFailure<Settings>(
  platform: PlatformUnderTest<Settings>,
  context: ConnectorContext<Settings>,
  code: ConnectorErrorCode,
  run: (context: ConnectorContext<Settings>) => Promise<unknown>,
): Promise<void> {
  const error: unknown = await run(context).then(
    () => new Error('It succeeded'),
    (failure: unknown) => failure,
  );
  expect(error).toBeInstanceOf(ConnectorError);
  const failure = error as ConnectorError;
  expect({ code: failure.code, message: failure.message }).toEqual({ code, message: expect.any(String) });
  expect(failure.message).not.toBe('');
  for (const secret of platform.secretValues(context)) {
    expect(`${failure.message} ${String(failure.cause)}`).not.toContain(secret);
  }
  if (code === 'rate-limited') {
    expect(failure.until?.getTime()).toBeGreaterThan(context.now().getTime());
  }
}
