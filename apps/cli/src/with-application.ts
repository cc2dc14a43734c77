import { NestFactory } from '@nestjs/core';
import { Module, type DynamicModule, type INestApplicationContext, type Type } from '@nestjs/common';
import { loadSecretKey, type Environment } from '@app/config';
import { DatabaseModule, isSchemaMissing } from '@app/database';
import { RuntimeModule } from '../../runtime/src/runtime.module.js';

@Module({})
class CommandModule {}

type Modules = readonly (Type | DynamicModule)[];
type Work<Result> = (app: INestApplicationContext) => Promise<Result>;

/**
 * Gives a command the services of `modules` on a database of its own.
 * @throws what `work` throws; an Error that names the remedy when the schema is not there
 */
export function withApplication<Result>(
  databaseUrl: string,
  modules: Modules,
  work: Work<Result>,
): Promise<Result> {
  return run([DatabaseModule.forRoot({ url: databaseUrl, poolSize: 2 }), ...modules], work);
}

/** The same with channels, queues and classifier, as api and worker have them. */
export async function withRuntime<Result>(
  environment: Environment,
  databaseUrl: string,
  modules: Modules,
  work: Work<Result>,
): Promise<Result> {
  const runtime = RuntimeModule.forRoot({
    databaseUrl,
    redisUrl: environment.REDIS_URL,
    secretKey: await loadSecretKey(environment),
    allowsPrivateAddresses: environment.WADAH_ALLOW_PRIVATE_ADDRESSES,
    dataFolder: environment.WADAH_DATA_DIR,
    timeZone: environment.WADAH_TIME_ZONE,
    applicationName: 'wadah-cli',
  });
  return run([runtime, ...modules], work);
}

async function run<Result>(imports: Modules, work: Work<Result>): Promise<Result> {
  const app = await NestFactory.createApplicationContext(
    { module: CommandModule, imports: [...imports] },
    { logger: ['error'], abortOnError: false },
  );
  try {
    return await work(app);
  } catch (cause) {
    if (!isSchemaMissing(cause)) throw cause;
    throw new Error('Basis data belum disiapkan. Jalankan dahulu: npm run wadah -- migrate', { cause });
  } finally {
    await app.close();
  }
}
