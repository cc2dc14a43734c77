import { Body, Controller, Param, Req } from '@nestjs/common';
import {
  activationLink,
  ChangeUserService,
  InviteUserService,
  ResetPasswordService,
  type Actor,
  type Invitation,
} from '@app/accounts';
import { idSchema, ROUTES, type User } from '@app/api-contract';
import { AccountRepository, type AccountRow } from '@app/database';
import type { FastifyRequest } from 'fastify';
import { ApiConfig } from '../api.config.js';
import { CurrentActor } from '../http/current-actor.decorator.js';
import { publicUrlOf } from '../http/public-url.js';
import { ApiRoute, type AnswerOf, type BodyOf } from '../http/route.decorator.js';

@Controller()
export class UsersController {
  constructor(
    private readonly accounts: AccountRepository,
    private readonly inviter: InviteUserService,
    private readonly changer: ChangeUserService,
    private readonly resetter: ResetPasswordService,
    private readonly config: ApiConfig,
  ) {}

  @ApiRoute(ROUTES.listUsers)
  async listUsers(): Promise<User[]> {
    return (await this.accounts.list()).map(toUser);
  }

  @ApiRoute(ROUTES.inviteUser)
  async inviteUser(
    @CurrentActor() actor: Actor,
    @Body() newUser: BodyOf<typeof ROUTES.inviteUser>,
    @Req() request: FastifyRequest,
  ): Promise<AnswerOf<typeof ROUTES.inviteUser>> {
    return this.withLink(await this.inviter.invite(actor, newUser), request);
  }

  @ApiRoute(ROUTES.changeUser)
  async changeUser(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: idSchema }) id: string,
    @Body() change: BodyOf<typeof ROUTES.changeUser>,
  ): Promise<User> {
    return toUser(await this.changer.change(actor, id, change));
  }

  @ApiRoute(ROUTES.resetPassword)
  async resetPassword(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: idSchema }) id: string,
    @Req() request: FastifyRequest,
  ): Promise<AnswerOf<typeof ROUTES.resetPassword>> {
    return this.withLink(await this.resetter.createLink(actor, id), request);
  }

  private withLink({ user, token }: Invitation, request: FastifyRequest) {
    return { user: toUser(user), link: activationLink(publicUrlOf(request, this.config), token) };
  }
}

function toUser({ lastLoginAt, ...user }: AccountRow): User {
  return { ...user, lastLoginAt: lastLoginAt?.toISOString() ?? null };
}
