import { Catch, NotFoundException, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { ProblemFilter } from '../http/problem.filter.js';
import { CitizenErrorFilter } from './citizen-error.filter.js';

/** Whoever mistypes an address in a browser gets a page for people; programs get the problem document as ever. */
@Catch(NotFoundException)
export class LostPageFilter implements ExceptionFilter {
  constructor(
    private readonly pages: CitizenErrorFilter,
    private readonly problems: ProblemFilter,
  ) {}

  async catch(error: unknown, host: ArgumentsHost): Promise<void> {
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    if (isReadByPerson(request)) await this.pages.catch(error, host);
    else this.problems.catch(error, host);
  }
}

function isReadByPerson({ method, url, headers }: FastifyRequest): boolean {
  const isPage = (method === 'GET' || method === 'HEAD') && !url.startsWith('/api/');
  return isPage && (headers.accept?.includes('text/html') ?? false);
}
