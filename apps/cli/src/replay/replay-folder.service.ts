import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { Injectable } from '@nestjs/common';
import { ManageConnectionService, OpenConnectionService, type OpenConnection } from '@app/connections';
import { ConnectorRegistry, replaySteps } from '@app/connector-kit';
import { ConnectionRepository } from '@app/database';
import { PlayStepService } from './play-step.service.js';
import type { StepOutcome } from './step-outcome.js';

export interface ReplayOptions {
  readonly channel: string;
  /** Address of the running server, e.g. `http://127.0.0.1:3000`. */
  readonly server: string;
  /** Name or id of a connection; without it one that is made for replays and paused afterwards. */
  readonly connection?: string | undefined;
}

export interface FileOutcome {
  readonly file: string;
  readonly outcomes: readonly StepOutcome[];
}

const REPLAY_NAME = 'Putar ulang';

/** Plays every file of a folder of recorded payloads against a running server, in the order of their names. */
@Injectable()
export class ReplayFolderService {
  constructor(
    private readonly registry: ConnectorRegistry,
    private readonly connections: ConnectionRepository,
    private readonly manager: ManageConnectionService,
    private readonly opener: OpenConnectionService,
    private readonly player: PlayStepService,
  ) {}

  /** @throws Error when the channel is not installed, or there is no such connection */
  async *replay(folder: string, options: ReplayOptions): AsyncGenerator<FileOutcome> {
    if (!this.registry.has(options.channel)) throw new Error(`Kanal "${options.channel}" tidak terpasang`);
    const names = (await readdir(folder, { withFileTypes: true })).filter((entry) => entry.isFile());
    const id = await this.connectionFor(options);
    const seen = new Map<string, string>();
    try {
      for (const { name } of names.sort((a, b) => a.name.localeCompare(b.name))) {
        const open = await this.opened(id);
        const body = await readFile(path.join(folder, name));
        const outcomes: StepOutcome[] = [];
        for (const step of await replaySteps(open.connector, { name, body })) {
          outcomes.push(
            ...(await this.player.play(step, { file: name, open, server: options.server, seen })),
          );
        }
        yield { file: name, outcomes };
      }
    } finally {
      if (options.connection === undefined) await this.manager.change(id, { status: 'paused' });
    }
  }

  /** What is played must not look like the mail of a real account: a connection of its own, unless told otherwise. */
  private async connectionFor({ channel, connection }: ReplayOptions): Promise<string> {
    const ofChannel = (await this.connections.all()).filter((row) => row.channel === channel);
    const { descriptor, example } = this.registry.get(channel);
    const wanted = connection ?? `${REPLAY_NAME} ${descriptor.displayName.id}`;
    const existing = ofChannel.find((row) => row.id === wanted || row.name === wanted);
    if (existing) {
      if (connection === undefined) await this.manager.change(existing.id, { status: 'active' });
      return existing.id;
    }
    if (connection !== undefined) throw new Error(`Tidak ada koneksi "${connection}" untuk kanal ${channel}`);
    return (await this.manager.create(channel, wanted, example.settings)).id;
  }

  private async opened(id: string): Promise<OpenConnection> {
    const open = await this.opener.byId(id);
    if (!open) throw new Error(`Koneksi ${id} tidak ada lagi`);
    return open;
  }
}
