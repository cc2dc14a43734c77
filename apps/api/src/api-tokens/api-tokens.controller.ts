import { Body, Controller, Param } from '@nestjs/common';
import { CreateApiTokenService, RevokeApiTokenService, type Actor } from '@app/accounts';
import { idSchema, ROUTES, type ApiToken } from '@app/api-contract';
import { ApiTokenRepository, type ApiTokenRow } from '@app/database';
import { CurrentActor } from '../http/current-actor.decorator.js';
import { ProblemError } from '../http/problem.js';
import { ApiRoute, type AnswerOf, type BodyOf } from '../http/route.decorator.js';

@Controller()
export class ApiTokensController {
  constructor(
    private readonly tokens: ApiTokenRepository,
    private readonly creator: CreateApiTokenService,
    private readonly revoker: RevokeApiTokenService,
  ) {}

  @ApiRoute(ROUTES.listApiTokens)
  async list(): Promise<ApiToken[]> {
    return (await this.tokens.list()).map(describe);
  }

  @ApiRoute(ROUTES.createApiToken)
  async create(
    @CurrentActor() actor: Actor,
    @Body() body: BodyOf<typeof ROUTES.createApiToken>,
  ): Promise<AnswerOf<typeof ROUTES.createApiToken>> {
    refusePrograms(actor);
    const expiresAt = body.expiresAt === null ? null : new Date(body.expiresAt);
    return this.creator.create(actor, { ...body, expiresAt });
  }

  @ApiRoute(ROUTES.revokeApiToken)
  async revoke(@CurrentActor() actor: Actor, @Param('id', { schema: idSchema }) id: string): Promise<void> {
    refusePrograms(actor);
    await this.revoker.revoke(actor, id);
  }
}

/** A leaked token must not be able to outlive its end or its revocation by making another. */
function refusePrograms(actor: Actor): void {
  if (actor.kind === 'token') throw new ProblemError('forbidden', { detail: 'Tokens are managed by people' });
}

function describe({ createdAt, lastUsedAt, expiresAt, revokedAt, ...token }: ApiTokenRow): ApiToken {
  return {
    ...token,
    createdAt: createdAt.toISOString(),
    lastUsedAt: lastUsedAt?.toISOString() ?? null,
    expiresAt: expiresAt?.toISOString() ?? null,
    revokedAt: revokedAt?.toISOString() ?? null,
  };
}
