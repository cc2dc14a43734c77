import { Body, Controller, Ip, Req, Res } from '@nestjs/common';
import { ChangePasswordService, SignInService, SignOutService, type Actor } from '@app/accounts';
import { ROUTES, type Session } from '@app/api-contract';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ApiConfig } from '../api.config.js';
import { CurrentActor } from '../http/current-actor.decorator.js';
import { ApiRoute, type BodyOf } from '../http/route.decorator.js';
import { clearSessionCookie, sessionCookieOf, setSessionCookie } from '../http/session-cookie.js';
import { DescribeSessionService } from './describe-session.service.js';

@Controller()
export class SessionController {
  constructor(
    private readonly signer: SignInService,
    private readonly ender: SignOutService,
    private readonly passwords: ChangePasswordService,
    private readonly describer: DescribeSessionService,
    private readonly config: ApiConfig,
  ) {}

  @ApiRoute(ROUTES.getSession)
  async getSession(@CurrentActor() actor: Actor): Promise<Session> {
    return actor.kind === 'user' ? this.describer.ofUser(actor.id) : this.describer.ofToken(actor);
  }

  @ApiRoute(ROUTES.signIn)
  async signIn(
    @Body() credentials: BodyOf<typeof ROUTES.signIn>,
    @Ip() address: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Session> {
    const opened = await this.signer.signIn(credentials.email, credentials.password, address);
    setSessionCookie(reply, opened.token, this.config);
    return this.describer.ofUser(opened.userId);
  }

  @ApiRoute(ROUTES.changePassword)
  async changePassword(
    @CurrentActor() actor: Actor,
    @Body() change: BodyOf<typeof ROUTES.changePassword>,
    @Ip() address: string,
    @Req() request: FastifyRequest,
  ): Promise<void> {
    await this.passwords.change(actor, change, sessionCookieOf(request) ?? '', address);
  }

  @ApiRoute(ROUTES.signOut)
  async signOut(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    const token = sessionCookieOf(request);
    if (token !== undefined) await this.ender.signOut(token);
    clearSessionCookie(reply, this.config);
  }
}
