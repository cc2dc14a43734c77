import { NestFactory } from '@nestjs/core';
import { Module, type DynamicModule, type INestApplicationContext, type Type } from '@nestjs/common';
import { DatabaseModule, isSchemaMissing } from '@app/database';

@Module({})
class CommandModule {}

/**
 * Gives a command the services of `modules` on a database of its own.
 * @throws what `work` throws; an Error that names the remedy when the schema is not there
 */
export async function withApplication<Result>(
  databaseUrl: string,
  modules: readonly (Type | DynamicModule)[],
  work: (app: INestApplicationContext) => Promise<Result>,
): Promise<Result> {
  const imports = [DatabaseModule.forRoot({ url: databaseUrl, poolSize: 2 }), ...modules];
  const app = await NestFactory.createApplicationContext(
    { module: CommandModule, imports },
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
