import { mkdir, statfs } from 'node:fs/promises';
import { Injectable } from '@nestjs/common';
import type { SystemHealth } from '@app/api-contract';
import { StorageRepository } from '@app/database';
import { ApiConfig } from '../api.config.js';

/** Sizes change slowly, and summing them is not free. */
const KEPT_MS = 5 * 60_000;

/** How much room the data takes, and how much is left. */
@Injectable()
export class MeasureStorageService {
  private kept: { readonly until: number; readonly sizes: Promise<SystemHealth['storage']> } | null = null;

  constructor(
    private readonly storage: StorageRepository,
    private readonly config: ApiConfig,
  ) {}

  /** At most five minutes old; `measuredAt` says when. */
  async measure(): Promise<SystemHealth['storage']> {
    if (this.kept && Date.now() < this.kept.until) return this.kept.sizes;
    const sizes = this.look();
    this.kept = { until: Date.now() + KEPT_MS, sizes };
    sizes.catch(() => (this.kept = null));
    return sizes;
  }

  private async look(): Promise<SystemHealth['storage']> {
    const { dataFolder } = this.config;
    await mkdir(dataFolder, { recursive: true });
    const [sizes, disk] = await Promise.all([this.storage.sizes(), statfs(dataFolder)]);
    return {
      ...sizes,
      tables: [...sizes.tables],
      freeBytes: disk.bavail * disk.bsize,
      diskBytes: disk.blocks * disk.bsize,
      measuredAt: new Date().toISOString(),
    };
  }
}
