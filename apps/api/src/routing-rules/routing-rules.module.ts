import { Module } from '@nestjs/common';
import { CaseworkModule } from '@app/casework';
import { RoutingRulesController } from './routing-rules.controller.js';

@Module({ imports: [CaseworkModule], controllers: [RoutingRulesController] })
export class RoutingRulesModule {}
