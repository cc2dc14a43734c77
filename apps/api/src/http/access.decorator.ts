import { SetMetadata } from '@nestjs/common';
import type { RouteAccess } from '@app/api-contract';

export const ACCESS = 'wadah:access';

/**
 * Who may call a handler that is not in the contract (pages, webhooks, health). `@ApiRoute` sets it from the
 * contract. A handler with neither does not start.
 */
export const Access = (access: RouteAccess) => SetMetadata(ACCESS, access);
