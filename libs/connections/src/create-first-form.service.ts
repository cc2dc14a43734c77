import { Injectable } from '@nestjs/common';
import { ConnectorRegistry } from '@app/connector-kit';
import { Database, SettingRepository } from '@app/database';
import { ManageConnectionService } from './manage-connection.service.js';

const DONE = 'firstFormCreated';

/** A new installation takes reports from its first minute: it begins with a public form. */
@Injectable()
export class CreateFirstFormService {
  constructor(
    private readonly database: Database,
    private readonly settings: SettingRepository,
    private readonly registry: ConnectorRegistry,
    private readonly manager: ManageConnectionService,
  ) {}

  /** Once per installation: a form that an admin has paused or renamed stays as it is. @returns whether it was made */
  async create(): Promise<boolean> {
    const { [DONE]: isDone } = await this.settings.all();
    if (isDone === true) return false;
    for (const { descriptor, form } of this.registry.all()) {
      if (form && descriptor.settingsSchema.safeParse({}).success) {
        await this.manager.create(descriptor.code, descriptor.displayName.id, {});
      }
    }
    await this.settings.set(this.database, DONE, true);
    return true;
  }
}
