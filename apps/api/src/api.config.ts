import type { Environment } from '@app/config';
import type { Connector } from '@app/connector-kit';

/** What the API is started with; injected by this class as its token. */
export abstract class ApiConfig {
  abstract readonly databaseUrl: string;
  abstract readonly redisUrl?: string | undefined;
  abstract readonly host: string;
  abstract readonly port: number;
  /** Where citizens and platforms reach us; absent: the address of each request. */
  abstract readonly publicUrl?: string | undefined;
  abstract readonly trustsProxy: boolean;
  abstract readonly logLevel: Environment['WADAH_LOG_LEVEL'] | 'silent';
  abstract readonly timeZone: string;
  /** 32 bytes: seals the secrets of connections. */
  abstract readonly secretKey: Buffer;
  abstract readonly allowsPrivateAddresses: boolean;
  /** What is kept as files lies below it. */
  abstract readonly dataFolder: string;
  /** Tests and development: an answer with a field that the contract does not name fails instead of losing it. */
  abstract readonly isStrict: boolean;
  /** Refuses to start while a route of the contract has no handler. */
  abstract readonly servesWholeContract: boolean;
  /** How often an open event stream is checked and kept awake. */
  abstract readonly heartbeatMs: number;
  /** The built web app. */
  abstract readonly inboxFolder: string;
  /** The installed channels; those that ship with the project unless given. */
  abstract readonly connectors?: readonly Connector[];
}

/** @throws Error without DATABASE_URL: `wadah start` sets it for the embedded server */
export function apiConfig(
  environment: Environment,
  found: Pick<ApiConfig, 'secretKey' | 'inboxFolder'>,
): ApiConfig {
  if (!environment.DATABASE_URL) throw new Error('DATABASE_URL is not set: start with `npm start`');
  return {
    databaseUrl: environment.DATABASE_URL,
    redisUrl: environment.REDIS_URL,
    host: environment.HOST,
    port: environment.PORT ?? 3000,
    publicUrl: environment.WADAH_PUBLIC_URL,
    trustsProxy: environment.WADAH_TRUST_PROXY,
    logLevel: environment.WADAH_LOG_LEVEL,
    timeZone: environment.WADAH_TIME_ZONE,
    allowsPrivateAddresses: environment.WADAH_ALLOW_PRIVATE_ADDRESSES,
    dataFolder: environment.WADAH_DATA_DIR,
    isStrict: false,
    servesWholeContract: true,
    heartbeatMs: 15_000,
    ...found,
  };
}
