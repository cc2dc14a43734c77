import { Injectable } from '@nestjs/common';
import { Database, type Queryable } from '../database.js';

export interface RegionOutlineRow {
  /** Differs whenever the shapes do. */
  readonly version: string;
  readonly fileName: string;
  readonly districtCodes: string[];
  /** Names of shapes that are no district we know. */
  readonly unmatched: string[];
  readonly uploadedAt: Date;
}

/** The outline of the region's districts as an admin gave it: one, or none. */
@Injectable()
export class RegionOutlineRepository {
  constructor(private readonly database: Database) {}

  /** Without the shapes. */
  async current(on: Queryable = this.database): Promise<RegionOutlineRow | null> {
    const [row] = await on.query<RegionOutlineRow>(
      `select version, file_name as "fileName", district_codes as "districtCodes", unmatched,
              uploaded_at as "uploadedAt" from region_outline`,
    );
    return row ?? null;
  }

  /** @returns null without an outline */
  async version(on: Queryable): Promise<string | null> {
    const [row] = await on.query<{ version: string }>('select version from region_outline');
    return row?.version ?? null;
  }

  /** @returns JSON as it was put; null when this version is not the one in force */
  async shapes(version: string, on: Queryable = this.database): Promise<string | null> {
    const [row] = await on.query<{ shapes: string }>('select shapes from region_outline where version = $1', [
      version,
    ]);
    return row?.shapes ?? null;
  }

  async put(
    tx: Queryable,
    outline: Omit<RegionOutlineRow, 'uploadedAt'> & {
      readonly shapes: string;
      readonly userId: string | null;
    },
  ): Promise<void> {
    await tx.query(
      `insert into region_outline (version, file_name, shapes, district_codes, unmatched, uploaded_by)
       values ($1, $2, $3, $4::text[], $5::text[], $6)
       on conflict (is_only) do update set version = excluded.version, file_name = excluded.file_name,
         shapes = excluded.shapes, district_codes = excluded.district_codes, unmatched = excluded.unmatched,
         uploaded_by = excluded.uploaded_by, uploaded_at = now()`,
      [
        outline.version,
        outline.fileName,
        outline.shapes,
        outline.districtCodes,
        outline.unmatched,
        outline.userId,
      ],
    );
  }

  /** @returns whether there was one */
  async remove(tx: Queryable): Promise<boolean> {
    return (await tx.query('delete from region_outline returning 1')).length > 0;
  }
}
