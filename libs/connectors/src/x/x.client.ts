import {
  ConnectorError,
  ensureWithinBudget,
  publicOnlyLookup,
  type ConnectorContext,
} from '@app/connector-kit';
import { Agent } from 'node:https';
import { connect, type LookupFunction, type Socket } from 'node:net';
import { TwitterApi, type TwitterApiv2 } from 'twitter-api-v2';
import { explainXError } from './x.errors.js';
import type { XOperation } from './x.operation.js';
import { xPace } from './x.pace.js';
import type { XSettings } from './x.settings.js';

/** Milliseconds without a byte before a request is given up. */
export const X_IDLE_TIMEOUT_MS = 15_000;
/** Milliseconds for a whole request: a trickle of bytes must not hold a worker. */
const X_DEADLINE_MS = 30_000;

/**
 * One call of X's API as the connected account, within the budget and in bounded time.
 * @throws ConnectorError for everything that can go wrong, `budget-exhausted` before any request.
 */
export async function callX<Result>(
  context: ConnectorContext<XSettings>,
  operation: Exclude<XOperation, 'set-up'>,
  call: (api: TwitterApiv2) => Promise<Result>,
): Promise<Result> {
  await ensureWithinBudget(context, 'X');
  return ask(context, operation, ({ v2 }) => call(v2));
}

/**
 * Calls that set up deliveries. They cost nothing, so they are made whatever has been spent.
 * @param call gets the API as the account (`v2`) and as the app alone, which some of these need
 * @throws ConnectorError for everything that can go wrong
 */
export async function setUpX<Result>(
  context: ConnectorContext<XSettings>,
  call: (account: TwitterApiv2, app: TwitterApiv2) => Promise<Result>,
): Promise<Result> {
  return ask(context, 'set-up', async (client) => call(client.v2, (await client.appLogin()).v2));
}

async function ask<Result>(
  context: ConnectorContext<XSettings>,
  operation: XOperation,
  call: (client: TwitterApi) => Promise<Result>,
): Promise<Result> {
  if (context.signal.aborted) throw new ConnectorError('transient', 'Stopped before X was asked');
  const { apiKey, apiSecret, accessToken, accessSecret } = context.settings;
  const httpAgent = xAgent(context);
  const stop = AbortSignal.any([context.signal, AbortSignal.timeout(X_DEADLINE_MS)]);
  // The library takes no signal; without its socket a request ends.
  const cut = () => httpAgent.destroy();
  stop.addEventListener('abort', cut, { once: true });
  try {
    const tokens = { appKey: apiKey, appSecret: apiSecret, accessToken, accessSecret };
    return await call(new TwitterApi(tokens, { httpAgent, plugins: [xPace(context.limits)] }));
  } catch (error) {
    throw explainXError(error, operation, context);
  } finally {
    stop.removeEventListener('abort', cut);
    cut();
  }
}

/**
 * Connects to public addresses only, checked on what the name resolved to; with `endpoint` to a double on this machine.
 * @param resolve replaces the system's name resolution
 */
export function xAgent(context: ConnectorContext<XSettings>, resolve?: LookupFunction): Agent {
  const { settings, allowsPrivateAddresses } = context;
  if (settings.endpoint === undefined) {
    return new Agent(allowsPrivateAddresses ? {} : { lookup: publicOnlyLookup(resolve) });
  }
  if (!allowsPrivateAddresses) {
    throw new ConnectorError(
      'permission-missing',
      'This connection has a test server address, but may not reach addresses on this machine. Empty that field',
    );
  }
  const { hostname, port } = new URL(settings.endpoint);
  return new PlainAgent(hostname, Number(port));
}

/** The library always speaks HTTPS to api.x.com; this leads it to a double on this machine in plain HTTP. */
class PlainAgent extends Agent {
  constructor(
    private readonly host: string,
    private readonly port: number,
  ) {
    super();
  }

  override createConnection(): Socket {
    return Object.assign(connect(this.port, this.host), { encrypted: true, authorized: true });
  }
}
