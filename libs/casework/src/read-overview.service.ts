import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '@app/accounts';
import { ReadClocksService } from '@app/clocks';
import { OverviewRepository } from '@app/database';
import { SHIPPED_GAZETTEER, type ShippedGazetteer } from '@app/vocabulary';

export interface OverviewQuestion {
  /** First and last day, e.g. `2026-11-01`, in the installation's time zone. */
  readonly from: string;
  readonly to: string;
  readonly agencyId?: string | undefined;
  readonly backlogDays: readonly number[];
}

/** Figures over what an actor may see: a member of an agency sees those of the agency. */
@Injectable()
export class ReadOverviewService {
  constructor(
    private readonly figures: OverviewRepository,
    private readonly clocks: ReadClocksService,
    @Inject(SHIPPED_GAZETTEER) private readonly gazetteer: ShippedGazetteer,
  ) {}

  async read(actor: Actor, question: OverviewQuestion) {
    const own = actor.role === 'agency-member' ? actor.agencyId : null;
    const { ages, overdue, areas, ...period } = await this.figures.figures({
      ...question,
      agencyId: own ?? question.agencyId ?? null,
      timeZone: this.clocks.timeZone,
    });
    return {
      ...period,
      areas: areas.map((area) => ({ ...area, name: this.nameOf(area.code) })),
      now: { unanswered: ages.reduce((sum, one) => sum + one, 0), overdue, ages: [...ages] },
    };
  }

  private nameOf(code: string | null): string | null {
    return code === null ? null : (this.gazetteer().area(code)?.name ?? code);
  }
}
