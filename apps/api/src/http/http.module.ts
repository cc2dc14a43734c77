import { Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR, APP_PIPE, DiscoveryModule } from '@nestjs/core';
import { AccountsModule } from '@app/accounts';
import { AccessGuard } from './access.guard.js';
import { AuthenticateRequestService } from './authenticate-request.service.js';
import { CheckRoutesService } from './check-routes.service.js';
import { ContractAnswerInterceptor } from './contract-answer.interceptor.js';
import { ProblemFilter } from './problem.filter.js';
import { validationPipe } from './validation.pipe.js';

/** What stands around every handler. */
@Module({
  imports: [AccountsModule, DiscoveryModule],
  providers: [
    AuthenticateRequestService,
    CheckRoutesService,
    { provide: APP_FILTER, useClass: ProblemFilter },
    { provide: APP_GUARD, useClass: AccessGuard },
    { provide: APP_PIPE, useFactory: validationPipe },
    { provide: APP_INTERCEPTOR, useClass: ContractAnswerInterceptor },
  ],
  exports: [AuthenticateRequestService],
})
export class HttpModule {}
