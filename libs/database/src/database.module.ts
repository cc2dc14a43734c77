import { Module, type DynamicModule } from '@nestjs/common';
import { createDataSource, type DatabaseOptions } from './data-source.js';
import { Database } from './database.js';
import { REPOSITORIES } from './repositories.js';

/** Gives {@link Database} and every repository to the whole application. */
@Module({})
export class DatabaseModule {
  static forRoot(options: DatabaseOptions): DynamicModule {
    const database = {
      provide: Database,
      useFactory: async () => new Database(await createDataSource(options).initialize()),
    };
    return {
      module: DatabaseModule,
      global: true,
      providers: [database, ...REPOSITORIES],
      exports: [Database, ...REPOSITORIES],
    };
  }
}
