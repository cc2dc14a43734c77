import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { type Actor, userIdOf } from '@app/accounts';
import {
  AuditRepository,
  ChangeFeedRepository,
  Database,
  RegionOutlineRepository,
  SettingRepository,
  type Queryable,
} from '@app/database';
import { SHIPPED_GAZETTEER, type ShippedGazetteer } from '@app/vocabulary';
import { TILES_SETTING, type MapTiles } from './map-tiles.js';
import { matchDistricts } from './match-districts.js';
import { readOutline } from './read-outline.js';

const VERSION_DIGITS = 16;

/** An admin says what maps are drawn with. */
@Injectable()
export class ChangeMapService {
  constructor(
    private readonly database: Database,
    private readonly outlines: RegionOutlineRepository,
    private readonly settings: SettingRepository,
    private readonly audit: AuditRepository,
    private readonly changes: ChangeFeedRepository,
    @Inject(SHIPPED_GAZETTEER) private readonly gazetteer: ShippedGazetteer,
  ) {}

  /**
   * Takes a GeoJSON file as the outline of the districts, instead of the one before.
   * @throws OutlineError when it cannot be one
   */
  async putOutline(actor: Actor, fileName: string, text: string): Promise<void> {
    const found = matchDistricts(readOutline(text), this.gazetteer());
    const shapes = JSON.stringify(found);
    const version = createHash('sha256').update(shapes).digest('hex').slice(0, VERSION_DIGITS);
    const districtCodes = found.flatMap(({ code }) => code ?? []);
    const unmatched = found.flatMap(({ code, name }) => (code === null ? [name] : []));
    const userId = userIdOf(actor);
    await this.database.transaction(async (tx) => {
      await this.outlines.put(tx, { version, fileName, shapes, districtCodes, unmatched, userId });
      await this.note(tx, actor, 'outline-changed', { fileName, version, districts: districtCodes.length });
    });
  }

  async removeOutline(actor: Actor): Promise<void> {
    await this.database.transaction(async (tx) => {
      if (await this.outlines.remove(tx)) await this.note(tx, actor, 'outline-removed', {});
    });
  }

  async setTiles(actor: Actor, tiles: MapTiles | null): Promise<void> {
    await this.database.transaction(async (tx) => {
      await this.settings.set(tx, TILES_SETTING, tiles);
      await this.note(tx, actor, 'map-tiles-changed', { address: tiles?.address ?? null });
    });
  }

  private async note(tx: Queryable, actor: Actor, action: string, data: Record<string, unknown>) {
    await this.audit.append(tx, { actor, action, subject: 'settings', data });
    await this.changes.append(tx, [{ topic: 'settings', entityId: 'settings', kind: 'changed' }]);
  }
}
