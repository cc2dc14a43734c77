import { Body, Controller, Param } from '@nestjs/common';
import { versionOf, type Actor } from '@app/accounts';
import { idSchema, ROUTES, type RoutingRuleView, type RoutingTrialView } from '@app/api-contract';
import { ManageRoutingRulesService, TryRoutingRulesService } from '@app/casework';
import { maskPersonalData } from '@app/triage';
import { CurrentActor } from '../http/current-actor.decorator.js';
import { ApiRoute, type BodyOf } from '../http/route.decorator.js';

@Controller()
export class RoutingRulesController {
  constructor(
    private readonly rules: ManageRoutingRulesService,
    private readonly trial: TryRoutingRulesService,
  ) {}

  @ApiRoute(ROUTES.listRoutingRules)
  async listRoutingRules(): Promise<RoutingRuleView[]> {
    const rules = await this.rules.list();
    return rules.map((rule) => ({ ...rule, version: versionOf(rule) })) as RoutingRuleView[];
  }

  @ApiRoute(ROUTES.addRoutingRule)
  async addRoutingRule(
    @CurrentActor() actor: Actor,
    @Body() rule: BodyOf<typeof ROUTES.addRoutingRule>,
  ): Promise<RoutingRuleView[]> {
    await this.rules.add(actor, rule);
    return this.listRoutingRules();
  }

  @ApiRoute(ROUTES.orderRoutingRules)
  async orderRoutingRules(
    @CurrentActor() actor: Actor,
    @Body() { ids }: BodyOf<typeof ROUTES.orderRoutingRules>,
  ): Promise<RoutingRuleView[]> {
    await this.rules.order(actor, ids);
    return this.listRoutingRules();
  }

  @ApiRoute(ROUTES.tryRoutingRules)
  async tryRoutingRules(@Body() { rules }: BodyOf<typeof ROUTES.tryRoutingRules>): Promise<RoutingTrialView> {
    const { since, rules: found, ...counts } = await this.trial.try(rules, new Date());
    return {
      ...counts,
      since: since.toISOString(),
      rules: found.map(({ count, examples }) => ({
        count,
        examples: examples.map(({ id, ticketCode, excerpt }) => {
          return { id, ticketCode, excerpt: maskPersonalData(excerpt) };
        }),
      })),
    };
  }

  @ApiRoute(ROUTES.changeRoutingRule)
  async changeRoutingRule(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: idSchema }) id: string,
    @Body() { version, ...change }: BodyOf<typeof ROUTES.changeRoutingRule>,
  ): Promise<RoutingRuleView[]> {
    await this.rules.change(actor, id, change, version);
    return this.listRoutingRules();
  }

  @ApiRoute(ROUTES.removeRoutingRule)
  async removeRoutingRule(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: idSchema }) id: string,
  ): Promise<RoutingRuleView[]> {
    await this.rules.remove(actor, id);
    return this.listRoutingRules();
  }
}
