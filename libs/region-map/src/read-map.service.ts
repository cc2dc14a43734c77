import { Inject, Injectable } from '@nestjs/common';
import { RegionOutlineRepository, SettingRepository } from '@app/database';
import { SHIPPED_GAZETTEER, type ShippedGazetteer } from '@app/vocabulary';
import { mapTilesSchema, TILES_SETTING, type MapTiles } from './map-tiles.js';

export interface RegionMap {
  readonly tiles: MapTiles | null;
  /** Of the region itself, by code. */
  readonly districts: readonly { readonly code: string; readonly name: string }[];
  readonly outline: {
    readonly version: string;
    readonly fileName: string;
    readonly uploadedAt: Date;
    readonly districtCount: number;
    /** Shapes that are no district we know. */
    readonly unmatched: readonly string[];
    /** Names of the regency's districts without a shape. */
    readonly missing: readonly string[];
  } | null;
}

/** What maps are drawn with beyond the land that ships. */
@Injectable()
export class ReadMapService {
  constructor(
    private readonly settings: SettingRepository,
    private readonly outlines: RegionOutlineRepository,
    @Inject(SHIPPED_GAZETTEER) private readonly gazetteer: ShippedGazetteer,
  ) {}

  async read(): Promise<RegionMap> {
    const [tiles, outline] = await Promise.all([this.tiles(), this.outlines.current()]);
    const districts = this.gazetteer()
      .homeDistricts()
      .map(({ code, name }) => ({ code, name }));
    if (!outline) return { tiles, districts, outline: null };
    const { districtCodes, ...shown } = outline;
    const missing = districts.filter(({ code }) => !districtCodes.includes(code)).map(({ name }) => name);
    return { tiles, districts, outline: { ...shown, districtCount: districtCodes.length, missing } };
  }

  async tiles(): Promise<MapTiles | null> {
    const { [TILES_SETTING]: stored } = await this.settings.some([TILES_SETTING]);
    return mapTilesSchema.nullable().parse(stored ?? null);
  }

  /** @returns the shapes as JSON; null when this version is not the one in force */
  async shapes(version: string): Promise<string | null> {
    return this.outlines.shapes(version);
  }
}
