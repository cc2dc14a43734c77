import { Injectable } from '@nestjs/common';
import { Database, type Queryable } from '../database.js';
import { newId } from '../new-id.js';

/** A text to answer with. `{nama}` and the like stand for what the screen fills in. */
export interface AnswerTemplateRow {
  readonly id: string;
  readonly name: string;
  readonly textId: string;
  readonly textEn: string | null;
  readonly updatedAt: Date;
}

export type AnswerTemplateContent = Pick<AnswerTemplateRow, 'name' | 'textId' | 'textEn'>;

const COLUMNS = `id, name, text_id as "textId", text_en as "textEn", updated_at as "updatedAt"`;

@Injectable()
export class AnswerTemplateRepository {
  constructor(private readonly database: Database) {}

  async list(): Promise<AnswerTemplateRow[]> {
    return this.database.query(`select ${COLUMNS} from answer_templates order by lower(name), id`);
  }

  async insert(tx: Queryable, content: AnswerTemplateContent): Promise<AnswerTemplateRow> {
    const [row] = await tx.query<AnswerTemplateRow>(
      `insert into answer_templates (id, name, text_id, text_en) values ($1, $2, $3, $4) returning ${COLUMNS}`,
      [newId(), content.name, content.textId, content.textEn],
    );
    return row as AnswerTemplateRow;
  }

  /** @returns null when there is no such template */
  async change(tx: Queryable, id: string, content: AnswerTemplateContent): Promise<AnswerTemplateRow | null> {
    const [row] = await tx.query<AnswerTemplateRow>(
      `update answer_templates set name = $2, text_id = $3, text_en = $4, updated_at = now() where id = $1
       returning ${COLUMNS}`,
      [id, content.name, content.textId, content.textEn],
    );
    return row ?? null;
  }

  /** @returns the name of what was removed */
  async remove(tx: Queryable, id: string): Promise<string | null> {
    const [row] = await tx.query<{ name: string }>(
      'delete from answer_templates where id = $1 returning name',
      [id],
    );
    return row?.name ?? null;
  }
}
