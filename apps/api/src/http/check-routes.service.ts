import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import { ROUTES, type Route } from '@app/api-contract';
import { ApiConfig } from '../api.config.js';
import { ACCESS } from './access.decorator.js';
import { CONTRACT_ROUTE } from './route.decorator.js';

const PATH = 'path';

/** Finds at start what would otherwise be found by a user: a handler without access, a contract route unserved. */
@Injectable()
export class CheckRoutesService implements OnApplicationBootstrap {
  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
    private readonly config: ApiConfig,
  ) {}

  onApplicationBootstrap(): void {
    const open = this.handlers().filter(({ handler, type }) => !hasAccess(handler) && !hasAccess(type));
    if (open.length > 0) {
      throw new Error(`Add @ApiRoute or @Access to ${open.map(({ name }) => name).join(', ')}`);
    }
    const missing = this.unservedRoutes();
    if (this.config.servesWholeContract && missing.length > 0) {
      throw new Error(`No handler for contract routes: ${missing.join(', ')}`);
    }
  }

  /** Names of the contract's routes that no controller handles. */
  unservedRoutes(): string[] {
    const served = new Set(
      this.handlers().map(({ handler }) => Reflect.getMetadata(CONTRACT_ROUTE, handler) as Route),
    );
    return Object.entries(ROUTES)
      .filter(([, route]) => !served.has(route))
      .map(([name]) => name);
  }

  private handlers() {
    return this.discovery.getControllers().flatMap(({ instance, metatype }) => {
      const prototype = Object.getPrototypeOf(instance) as Record<string, object>;
      return this.scanner
        .getAllMethodNames(prototype)
        .map((name) => ({ name: `${metatype?.name}.${name}`, handler: prototype[name]!, type: metatype! }))
        .filter(({ handler }) => Reflect.hasMetadata(PATH, handler));
    });
  }
}

function hasAccess(place: object): boolean {
  return Reflect.hasMetadata(ACCESS, place);
}
