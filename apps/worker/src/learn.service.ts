import { Injectable } from '@nestjs/common';
import {
  ClassifyReportsService,
  RegisterModelsService,
  RequestTrainingService,
  RunTrainingService,
  SettleCandidateService,
} from '@app/learning';

/** The worker's part in learning from what people decide. */
@Injectable()
export class LearnService {
  private isRegistered = false;

  constructor(
    private readonly classifier: ClassifyReportsService,
    private readonly registrar: RegisterModelsService,
    private readonly requests: RequestTrainingService,
    private readonly trainings: RunTrainingService,
    private readonly candidates: SettleCandidateService,
  ) {}

  /** Asks for a training when it is time, and takes a candidate on. */
  async sweep(): Promise<void> {
    if (!this.isRegistered) await this.registrar.register();
    this.isRegistered = true;
    await this.requests.requestNightly(new Date());
    await this.candidates.settle();
  }

  /** Trainings that lost their job or their worker; takes as long as they do. */
  async train(): Promise<void> {
    await this.trainings.sweep();
  }

  /** Another model may be in force. */
  async refresh(): Promise<void> {
    await this.classifier.refresh();
  }
}
