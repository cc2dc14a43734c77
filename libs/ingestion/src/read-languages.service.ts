import { Injectable } from '@nestjs/common';
import { Database, ReportLanguageRepository, ThreadRepository, type Queryable } from '@app/database';
import { detectLanguage } from '@app/triage';
import { wordsOf } from './report-facts.js';

const BATCH = 500;
/** Of one run: it ends within seconds, and so does a worker that is asked to stop. */
const MOST_BATCHES = 20;

/** Tells the languages of reports that came before languages were told, the newest first. */
@Injectable()
export class ReadLanguagesService {
  constructor(
    private readonly database: Database,
    private readonly languages: ReportLanguageRepository,
    private readonly threads: ThreadRepository,
  ) {}

  /** Reads some; called again and again until none is left. Several workers may do so at once. */
  async read(): Promise<void> {
    for (let batch = 0; batch < MOST_BATCHES; batch++) {
      if (!(await this.database.transaction((tx) => this.readBatch(tx)))) return;
    }
  }

  /** @returns whether more may be left */
  private async readBatch(tx: Queryable): Promise<boolean> {
    const ids = await this.languages.withoutLanguage(tx, BATCH);
    const texts = await this.threads.inboundTexts(tx, ids);
    await this.languages.setLanguages(
      tx,
      ids.map((id) => ({ id, language: detectLanguage(wordsOf(texts.get(id) ?? [])) })),
    );
    return ids.length === BATCH;
  }
}
