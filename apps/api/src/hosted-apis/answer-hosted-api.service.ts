import { Inject, Injectable } from '@nestjs/common';
import type { Connector, HostedApi, HostedApiAnswer, HostedApiRequest } from '@app/connector-kit';
import { isDatabaseUnavailable } from '@app/database';
import { describeError } from '../logging/describe-error.js';
import { LOGGER, type Logger } from '../logging/logger.js';
import { NetworkLimit } from '../http/network-limit.js';
import { OpenHostedApiService } from './open-hosted-api.service.js';

/** An app's own server asks for all its citizens. */
const READINGS_PER_NETWORK = 3_000;
const SUBMISSIONS_PER_NETWORK = 600;
const TOO_MANY = 'Too many requests came from this network; wait some minutes';

/** Lets a channel answer at its own addresses; what goes wrong on the way is said in the channel's form. */
@Injectable()
export class AnswerHostedApiService {
  private readonly limits = {
    GET: new NetworkLimit(READINGS_PER_NETWORK),
    POST: new NetworkLimit(SUBMISSIONS_PER_NETWORK),
  };

  constructor(
    private readonly opener: OpenHostedApiService,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  async answer(
    { api, descriptor }: Connector & { readonly api: HostedApi<unknown> },
    connectionId: string,
    address: string,
    request: HostedApiRequest,
  ): Promise<HostedApiAnswer> {
    try {
      if (!(await this.limits[request.method].allows(address))) {
        return api.refusal(request, { status: 429, reason: TOO_MANY });
      }
      const open = await this.opener.open(descriptor.code, connectionId);
      if (!open) return api.refusal(request, { status: 404, reason: 'There is nothing at this address' });
      return await open.api.answer(request, open.host);
    } catch (error) {
      return this.failure(api, request, error);
    }
  }

  /** Also for what fails before a request is read. */
  failure(
    api: HostedApi<unknown>,
    request: Pick<HostedApiRequest, 'path' | 'headers'>,
    error: unknown,
  ): HostedApiAnswer {
    if (error instanceof Error && 'statusCode' in error && error.statusCode === 413) {
      return api.refusal(request, { status: 413, reason: 'The request is larger than 1 MB' });
    }
    this.logger.error({ error: describeError(error) }, 'a hosted interface could not answer');
    return isDatabaseUnavailable(error)
      ? api.refusal(request, { status: 503, reason: 'Nothing can be stored at the moment; send it again' })
      : api.refusal(request, { status: 500, reason: 'Something went wrong here; send it again' });
  }
}
