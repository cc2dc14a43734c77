import { Injectable } from '@nestjs/common';
import { idSchema } from '@app/api-contract';
import { OpenConnectionService } from '@app/connections';
import { ConnectorRegistry, type Connector, type HostedForm } from '@app/connector-kit';
import { ConnectionRepository, type ConnectionRow } from '@app/database';
import { ProblemError } from '../http/problem.js';

/** A connection whose page we show ourselves. */
export interface OpenForm {
  readonly row: ConnectionRow;
  readonly connector: Connector;
  readonly form: HostedForm<unknown>;
  readonly settings: unknown;
}

@Injectable()
export class FindFormsService {
  constructor(
    private readonly connections: ConnectionRepository,
    private readonly registry: ConnectorRegistry,
    private readonly opener: OpenConnectionService,
  ) {}

  /** Those that take reports now, oldest first. */
  async open(): Promise<OpenForm[]> {
    const rows = await this.connections.all();
    return rows.flatMap((row) => this.formOf(row) ?? []).filter(({ row }) => row.status === 'active');
  }

  /** Also a paused one: reports that came through it can still be read and added to. */
  async byId(id: string): Promise<OpenForm | null> {
    if (!idSchema.safeParse(id).success) return null;
    const row = await this.connections.byId(id);
    return row && this.formOf(row);
  }

  /** @throws ProblemError `not-found` */
  async required(id: string): Promise<OpenForm> {
    const open = await this.byId(id);
    if (!open) throw new ProblemError('not-found');
    return open;
  }

  private formOf(row: ConnectionRow): OpenForm | null {
    if (!this.registry.has(row.channel)) return null;
    const connector = this.registry.get(row.channel);
    if (!connector.form) return null;
    const { settings } = this.opener.open(row).context;
    return { row, connector, form: connector.form, settings };
  }
}
