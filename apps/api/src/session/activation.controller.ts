import { Body, Controller, Param, Res } from '@nestjs/common';
import { ActivateAccountService } from '@app/accounts';
import { activationSchema, ROUTES, type Session } from '@app/api-contract';
import type { FastifyReply } from 'fastify';
import { ApiConfig } from '../api.config.js';
import { ApiRoute, type AnswerOf, type BodyOf } from '../http/route.decorator.js';
import { setSessionCookie } from '../http/session-cookie.js';
import { DescribeSessionService } from './describe-session.service.js';

/** The page behind a one-time link. */
@Controller()
export class ActivationController {
  constructor(
    private readonly activator: ActivateAccountService,
    private readonly describer: DescribeSessionService,
    private readonly config: ApiConfig,
  ) {}

  @ApiRoute(ROUTES.getActivation)
  async getActivation(
    @Param('token', { schema: activationSchema.shape.token }) token: string,
  ): Promise<AnswerOf<typeof ROUTES.getActivation>> {
    const { purpose, email, name } = await this.activator.describe(token);
    return { purpose, email, name };
  }

  @ApiRoute(ROUTES.activate)
  async activate(
    @Body() activation: BodyOf<typeof ROUTES.activate>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Session> {
    const opened = await this.activator.activate(activation);
    setSessionCookie(reply, opened.token, this.config);
    return this.describer.ofUser(opened.userId);
  }
}
