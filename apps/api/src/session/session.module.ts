import { Module } from '@nestjs/common';
import { AccountsModule } from '@app/accounts';
import { ActivationController } from './activation.controller.js';
import { DescribeSessionService } from './describe-session.service.js';
import { SessionController } from './session.controller.js';

@Module({
  imports: [AccountsModule],
  controllers: [SessionController, ActivationController],
  providers: [DescribeSessionService],
})
export class SessionModule {}
