import { Injectable } from '@nestjs/common';
import { RegionOutlineRepository, type Queryable } from '@app/database';
import { districtAt, type Point } from './district-at.js';
import type { OutlineShape } from './match-districts.js';

/** Code of the district in which a point lies; null outside all that are known. */
export type FindDistrict = (point: Point) => string | null;

/** Tells districts by the outline that an admin has given. Its shapes are read once for each version. */
@Injectable()
export class FindDistrictService {
  private kept: { readonly version: string; readonly find: FindDistrict } | null = null;

  constructor(private readonly outlines: RegionOutlineRepository) {}

  /** @returns null without an outline */
  async finder(on: Queryable): Promise<FindDistrict | null> {
    const version = await this.outlines.version(on);
    if (version === null) return null;
    if (this.kept?.version !== version) {
      const shapes = JSON.parse((await this.outlines.shapes(version, on)) ?? '[]') as OutlineShape[];
      this.kept = { version, find: (point) => districtAt(shapes, point) };
    }
    return this.kept.find;
  }
}
