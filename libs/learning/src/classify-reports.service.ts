import { Inject, Injectable, Logger } from '@nestjs/common';
import {
  Database,
  ModelVersionRepository,
  ShadowRepository,
  type Queryable,
  type ShadowOpinion,
} from '@app/database';
import { REPORT_FLAGS, type Classification, type ReportFlags } from '@app/report-model';
import { createClassifier, loadModel, type Classifier, type Lexicon, type TriageModel } from '@app/triage';
import { ReadVocabularyService } from '@app/vocabulary';
import { LEARNING_SOURCES, type LearningSources } from './learning-sources.js';

/** What was said of a report's words. */
export interface ClassifiedReport {
  readonly id: string;
  readonly classification?: (Classification & { readonly text: string }) | undefined;
}

/**
 * Classifies with the model and the lexicon that are in force as the caller's transaction sees them: no restart, and no
 * batch that is classified with what was replaced before it began.
 */
@Injectable()
export class ClassifyReportsService {
  private readonly logger = new Logger(ClassifyReportsService.name);
  private shipped: TriageModel | undefined;
  /** Models that are active; null: cannot be used by this version of Wadah. */
  private readonly loaded = new Map<string, TriageModel | null>();
  private readonly classifiers = new WeakMap<TriageModel, { lexicon: Lexicon; classifier: Classifier }>();

  constructor(
    private readonly database: Database,
    private readonly models: ModelVersionRepository,
    private readonly shadow: ShadowRepository,
    private readonly vocabulary: ReadVocabularyService,
    @Inject(LEARNING_SOURCES) private readonly sources: LearningSources,
  ) {}

  async current(tx: Queryable) {
    const { current, candidate } = await this.active(tx);
    return {
      modelVersion: current.modelVersion,
      classify: (text: string): Classification => current.classify(text),
      /** A candidate says what it would have said; its words decide nothing. */
      told: async (on: Queryable, reports: readonly ClassifiedReport[]): Promise<void> => {
        if (candidate)
          await this.shadow.add(on, candidate.id, reports.flatMap(opinionOf(candidate.classifier)));
      },
    };
  }

  /** Loads what has become active, so that the next batch need not wait. */
  async refresh(): Promise<void> {
    await this.active(this.database);
  }

  /** By the model in force and a lexicon that is only tried. */
  async trial(lexicon: Lexicon): Promise<Classifier> {
    return createClassifier((await this.activeModels(this.database)).current, lexicon);
  }

  private async active(on: Queryable) {
    const { lexicon } = await this.vocabulary.current(on);
    const { current, candidate } = await this.activeModels(on);
    return {
      current: this.classifierOf(current, lexicon),
      candidate: candidate && { id: candidate.id, classifier: this.classifierOf(candidate.model, lexicon) },
    };
  }

  /** Made anew when the lexicon changes: it remembers what words stand for. */
  private classifierOf(model: TriageModel, lexicon: Lexicon): Classifier {
    const kept = this.classifiers.get(model);
    if (kept?.lexicon === lexicon) return kept.classifier;
    const classifier = createClassifier(model, lexicon);
    this.classifiers.set(model, { lexicon, classifier });
    return classifier;
  }

  private async activeModels(on: Queryable) {
    const rows = await this.models.active(on);
    for (const id of this.loaded.keys()) if (!rows.some((row) => row.id === id)) this.loaded.delete(id);
    let current: TriageModel | null = null;
    let candidate: { id: string; model: TriageModel } | null = null;
    for (const { id, state, source } of rows) {
      const model = source === 'shipped' ? this.shippedOne() : await this.load(id, on);
      if (state === 'current') current = model;
      else if (model) candidate = { id, model };
    }
    return { current: current ?? this.shippedOne(), candidate };
  }

  private async load(id: string, on: Queryable): Promise<TriageModel | null> {
    const known = this.loaded.get(id);
    if (known !== undefined) return known;
    const model = this.read(id, await this.models.file(id, on));
    this.loaded.set(id, model);
    return model;
  }

  private read(id: string, file: Uint8Array | null): TriageModel | null {
    try {
      if (file) return loadModel(file);
      this.logger.warn(`Model ${id} has no file; the one that ships is used`);
    } catch (error) {
      this.logger.warn(`Model ${id} cannot be read; the one that ships is used: ${String(error)}`);
    }
    return null;
  }

  private shippedOne(): TriageModel {
    return (this.shipped ??= loadModel(this.sources.shippedModel()));
  }
}

const opinionOf =
  (candidate: Classifier) =>
  ({ id, classification }: ClassifiedReport): ShadowOpinion[] => {
    if (!classification) return [];
    const other = candidate.classify(classification.text);
    const [flags, candidateFlags] = [raised(classification.flags), raised(other.flags)];
    return [
      {
        reportId: id,
        class: classification.label,
        candidateClass: other.label,
        confidence: classification.confidence,
        candidateConfidence: other.confidence,
        flags,
        candidateFlags,
        differs: classification.label !== other.label || flags.join() !== candidateFlags.join(),
      },
    ];
  };

const raised = (flags: ReportFlags) => REPORT_FLAGS.filter((flag) => flags[flag]);
