import type { OutgoingHttpHeaders } from 'node:http';
import { Controller, Get, Headers, Req, Res } from '@nestjs/common';
import type { Actor } from '@app/accounts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Access } from '../http/access.decorator.js';
import { AuthenticateRequestService } from '../http/authenticate-request.service.js';
import { CurrentActor } from '../http/current-actor.decorator.js';
import { ProblemError } from '../http/problem.js';
import { FollowChangesService } from './follow-changes.service.js';
import { LiveClient } from './live-client.js';

/** Server-sent events; see `changeSchema` in the contract. */
@Controller()
export class LiveController {
  constructor(
    private readonly follower: FollowChangesService,
    private readonly authenticator: AuthenticateRequestService,
  ) {}

  @Get('/api/v1/events')
  @Access('staff')
  async events(
    @CurrentActor() actor: Actor,
    @Headers('last-event-id') lastEventId: string | undefined,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const start = await this.follower.startAt(lastEventId);
    reply.hijack();
    reply.headers({
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store, no-transform',
      'x-accel-buffering': 'no',
    });
    reply.raw.writeHead(200, reply.getHeaders() as OutgoingHttpHeaders);
    const client = new LiveClient(reply.raw, actor, start, () => this.isAllowed(request));
    await this.follower.follow(client);
  }

  private async isAllowed(request: FastifyRequest): Promise<boolean> {
    try {
      await this.authenticator.authenticate(request, { isUse: false });
      return true;
    } catch (error) {
      if (error instanceof ProblemError) return false;
      throw error;
    }
  }
}
