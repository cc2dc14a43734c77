import { Body, Controller } from '@nestjs/common';
import { versionOf, type Actor } from '@app/accounts';
import { ROUTES, type ClockPreview, type StoredClockRules } from '@app/api-contract';
import {
  ChangeClocksService,
  checkClockRules,
  clockSetOf,
  ReadClocksService,
  type ClockSet,
} from '@app/clocks';
import { CurrentActor } from '../http/current-actor.decorator.js';
import { ApiRoute, type BodyOf } from '../http/route.decorator.js';

/** What legal deadlines are counted with. */
@Controller()
export class ClockRulesController {
  constructor(
    private readonly reader: ReadClocksService,
    private readonly changer: ChangeClocksService,
  ) {}

  @ApiRoute(ROUTES.getClockRules)
  async getClockRules(): Promise<StoredClockRules> {
    return describe(await this.reader.rules());
  }

  @ApiRoute(ROUTES.replaceClockRules)
  async replaceClockRules(
    @CurrentActor() actor: Actor,
    @Body() { version, ...rules }: BodyOf<typeof ROUTES.replaceClockRules>,
  ): Promise<StoredClockRules> {
    await this.changer.replace(actor, rules, version);
    return this.getClockRules();
  }

  @ApiRoute(ROUTES.previewClockRules)
  async previewClockRules(
    @Body() { rules, receivedOn, matter }: BodyOf<typeof ROUTES.previewClockRules>,
  ): Promise<ClockPreview> {
    const example = await this.reader.example(checkClockRules(rules), receivedOn, matter);
    return example.map(({ stage, now, then }) => ({ stage, now: instant(now), then: instant(then) }));
  }
}

function describe(rules: ClockSet): StoredClockRules {
  const { years, levels, weekdays } = clockSetOf(rules);
  return {
    years: years.map((year) => ({ ...year, days: [...year.days] })),
    levels: [...levels],
    weekdays: [...weekdays],
    version: versionOf({ years, levels, weekdays }),
  };
}

function instant(clock: { readonly dueAt: Date; readonly isProvisional: boolean } | undefined) {
  return clock ? { dueAt: clock.dueAt.toISOString(), isProvisional: clock.isProvisional } : null;
}
