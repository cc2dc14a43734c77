import type { FastifyRequest } from 'fastify';
import type { ApiConfig } from '../api.config.js';

/** Where our pages are reached: what is configured, or else as the caller has reached us. */
export function publicUrlOf(request: Pick<FastifyRequest, 'protocol' | 'host'>, config: ApiConfig): string {
  return config.publicUrl ?? `${request.protocol}://${request.host}`;
}
