import { Module } from '@nestjs/common';
import { AccountsModule } from '@app/accounts';
import { ApiTokensController } from './api-tokens.controller.js';

@Module({ imports: [AccountsModule], controllers: [ApiTokensController] })
export class ApiTokensModule {}
