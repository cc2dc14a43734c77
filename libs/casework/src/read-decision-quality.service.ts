import { Injectable } from '@nestjs/common';
import type { Actor } from '@app/accounts';
import { ReadClocksService } from '@app/clocks';
import { DecisionQualityRepository, type DecisionQuality } from '@app/database';

/** How far the model is right, as officers judged it; a member of an agency sees what is the agency's. */
@Injectable()
export class ReadDecisionQualityService {
  constructor(
    private readonly decisions: DecisionQualityRepository,
    private readonly clocks: ReadClocksService,
  ) {}

  /** @param question first and last day of the decisions, in the installation's time zone */
  async read(
    actor: Actor,
    question: { readonly from: string; readonly to: string; readonly agencyId?: string | undefined },
  ): Promise<DecisionQuality> {
    const own = actor.role === 'agency-member' ? actor.agencyId : null;
    const { from, to, agencyId = null } = question;
    return this.decisions.of({ from, to, agencyId: own ?? agencyId, timeZone: this.clocks.timeZone });
  }
}
