import { Injectable } from '@nestjs/common';
import { Database } from '../database.js';

export interface StorageSizes {
  readonly databaseBytes: number;
  /** The largest tables with their indexes. */
  readonly tables: readonly { readonly name: string; readonly bytes: number }[];
  readonly mediaBytes: number;
  readonly mediaFiles: number;
}

const TABLES_SHOWN = 6;

/** How much room the data takes. */
@Injectable()
export class StorageRepository {
  constructor(private readonly database: Database) {}

  /** Reads sizes of files and every row of `media_files`: for a screen whose answer is kept for some minutes. */
  async sizes(): Promise<StorageSizes> {
    const [[total], tables, [media]] = await Promise.all([
      this.database.query<{ bytes: number }>('select pg_database_size(current_database())::float8 as bytes'),
      this.database.query<{ name: string; bytes: number }>(
        `select c.relname as name, pg_total_relation_size(c.oid)::float8 as bytes
           from pg_class c join pg_namespace n on n.oid = c.relnamespace
          where c.relkind = 'r' and n.nspname = current_schema() order by 2 desc limit $1`,
        [TABLES_SHOWN],
      ),
      this.database.query<{ bytes: number; files: number }>(
        `select coalesce(sum(size_bytes), 0)::float8 as bytes, count(*)::float8 as files from media_files`,
      ),
    ]);
    return {
      databaseBytes: total?.bytes ?? 0,
      tables,
      mediaBytes: media?.bytes ?? 0,
      mediaFiles: media?.files ?? 0,
    };
  }
}
