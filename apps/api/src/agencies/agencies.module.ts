import { Module } from '@nestjs/common';
import { AccountsModule } from '@app/accounts';
import { AgenciesController } from './agencies.controller.js';

@Module({ imports: [AccountsModule], controllers: [AgenciesController] })
export class AgenciesModule {}
