import { Injectable } from '@nestjs/common';
import type { Queryable } from '../database.js';

export interface MediaFileRow {
  readonly sha256: string;
  readonly sizeBytes: number;
  readonly mimeType: string;
}

export interface ThumbnailFacts {
  readonly width: number;
  readonly height: number;
  readonly hasThumbnail: boolean;
  /** Of the look of the picture, for an index; empty where it shows nothing to tell it by. */
  readonly photoBands: readonly number[];
}

/** Content that lies in the data folder, each once. */
@Injectable()
export class MediaFileRepository {
  /**
   * Notes that this content is wanted now, and keeps the row locked until the transaction ends: write the file
   * meanwhile. @returns whether it has a thumbnail already
   */
  async claim(tx: Queryable, file: MediaFileRow): Promise<boolean> {
    const [row] = await tx.query<{ hasThumbnail: boolean }>(
      `insert into media_files (sha256, size_bytes, mime_type) values ($1, $2, $3)
       on conflict (sha256) do update set touched_at = now(), mime_type = excluded.mime_type
       returning has_thumbnail as "hasThumbnail"`,
      [file.sha256, file.sizeBytes, file.mimeType],
    );
    return row?.hasThumbnail ?? false;
  }

  async setThumbnail(tx: Queryable, sha256: string, facts: ThumbnailFacts): Promise<void> {
    await tx.query(
      `update media_files set width = $2, height = $3, has_thumbnail = $4, photo_bands = $5::integer[]
        where sha256 = $1`,
      [sha256, facts.width, facts.height, facts.hasThumbnail, facts.photoBands],
    );
  }

  /** Deletes rows that nothing refers to and nobody wanted lately. @returns their hashes; remove the files in `tx` */
  async deleteUnused(tx: Queryable, olderThanMs: number, limit: number): Promise<string[]> {
    const rows = await tx.query<{ sha256: string }>(
      `delete from media_files f where f.sha256 in (
          select sha256 from media_files u where u.touched_at < now() - $1 * interval '1 millisecond'
             and not exists (select from attachments a where a.sha256 = u.sha256)
             and not exists (select from reply_files p where p.sha256 = u.sha256)
             and not exists (select from form_photos p where p.sha256 = u.sha256)
           order by u.touched_at limit $2 for update skip locked)
        returning f.sha256`,
      [olderThanMs, limit],
    );
    return rows.map((row) => row.sha256);
  }
}
