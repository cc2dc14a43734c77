import { Module, type DynamicModule } from '@nestjs/common';
import { ApiConfig } from './api.config.js';
import { LOGGER, type Logger } from './logging/logger.js';

/** Gives {@link ApiConfig} and the logger to the whole application. */
@Module({})
export class ShellModule {
  static forRoot(config: ApiConfig, logger: Logger): DynamicModule {
    return {
      module: ShellModule,
      global: true,
      providers: [
        { provide: ApiConfig, useValue: config },
        { provide: LOGGER, useValue: logger },
      ],
      exports: [ApiConfig, LOGGER],
    };
  }
}
