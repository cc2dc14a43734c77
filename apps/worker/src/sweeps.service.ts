import { Inject, Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { RunBulkService, SnoozeReportService } from '@app/casework';
import { ChangeClocksService, ReadClocksService } from '@app/clocks';
import { CheckHealthService, NoteGapService, OpenSessions, WatchSilenceService } from '@app/connections';
import {
  ActivityRepository,
  BulkJobRepository,
  ChangeFeedRepository,
  RateLimitRepository,
  ReportTallyRepository,
  UserNoticeRepository,
} from '@app/database';
import { DrainLedgerService, ReadLanguagesService } from '@app/ingestion';
import { SweepMediaService } from '@app/media';
import { SweepRepliesService } from '@app/replies';
import { KeepErasuresService, RequestRetentionService, RunRetentionService } from '@app/retention';
import { ProcessBeat } from '../../runtime/src/process-beat.js';
import { FetchDetailsService } from './fetch-details.service.js';
import { FillGapsService } from './fill-gaps.service.js';
import { LearnService } from './learn.service.js';
import { PullLoopsService } from './pull-loops.service.js';
import { TellProgramsService } from './tell-programs.service.js';
import { SessionHostsService } from './session-hosts.service.js';
import { SweepLog } from './sweep-log.js';

/** Pause between two checks of a connection's health. */
export const SWEEP_PACE = Symbol('SweepPace');

/** Pauses, in milliseconds. */
export interface SweepPace {
  /** Between two looks for what has lost its job, or whose time has come. */
  readonly lookMs: number;
  /** Between two checks of a connection's health. */
  readonly healthMs: number;
}
/** What citizens wait for is looked for at least this often. */
const LONGEST_LEDGER_PAUSE_MS = 2_000;
const CHANGES_KEPT_MS = 48 * 3_600_000;
const NOTICES_KEPT_MS = 90 * 86_400_000;

/** Plain timers, not jobs: what they find is exactly what lost its job. */
@Injectable()
export class SweepsService implements OnApplicationShutdown {
  private readonly logger = new Logger(SweepsService.name);
  private readonly timers: NodeJS.Timeout[] = [];
  private readonly running = new Set<Promise<void>>();
  private readonly log = new SweepLog();

  constructor(
    private readonly drain: DrainLedgerService,
    private readonly languages: ReadLanguagesService,
    private readonly replies: SweepRepliesService,
    private readonly media: SweepMediaService,
    private readonly health: CheckHealthService,
    private readonly pulls: PullLoopsService,
    private readonly sessions: SessionHostsService,
    private readonly changeFeed: ChangeFeedRepository,
    private readonly rateLimits: RateLimitRepository,
    private readonly activity: ActivityRepository,
    private readonly notices: UserNoticeRepository,
    private readonly snoozer: SnoozeReportService,
    private readonly bulk: RunBulkService,
    private readonly bulkLog: BulkJobRepository,
    private readonly silence: WatchSilenceService,
    private readonly open: OpenSessions,
    private readonly noter: NoteGapService,
    private readonly gaps: FillGapsService,
    private readonly details: FetchDetailsService,
    private readonly webhooks: TellProgramsService,
    private readonly learning: LearnService,
    private readonly clocks: ChangeClocksService,
    private readonly tallies: ReportTallyRepository,
    private readonly times: ReadClocksService,
    private readonly retention: RunRetentionService,
    private readonly retentionRequests: RequestRetentionService,
    private readonly erasures: KeepErasuresService,
    private readonly beat: ProcessBeat,
    @Inject(SWEEP_PACE) private readonly pace: SweepPace,
  ) {}

  start(): void {
    const { lookMs, healthMs } = this.pace;
    const ledgerMs = Math.min(LONGEST_LEDGER_PAUSE_MS, lookMs);
    this.every(ledgerMs, 'ledger', async () => void (await this.drain.drainAll()));
    this.every(lookMs, 'replies', () => this.replies.sweep());
    this.every(lookMs, 'media', () => this.media.fetchOverdue());
    this.every(3_600_000, 'unused-files', () => this.media.removeUnused());
    this.every(lookMs, 'pulls', () => this.pulls.reconcile());
    this.every(lookMs, 'sessions', () => this.sessions.reconcile());
    this.every(Math.min(lookMs, healthMs), 'health', () => this.health.checkDue(healthMs));
    this.every(lookMs, 'listening', () => this.noteListening());
    this.every(lookMs, 'gaps', () => this.gaps.fill());
    this.every(ledgerMs, 'details', () => this.details.fetch());
    this.every(lookMs, 'outgoing-webhooks', () => this.webhooks.tell());
    this.every(3_600_000, 'deliveries', () => this.webhooks.forget());
    this.every(3_600_000, 'changes', () => this.changeFeed.trim(new Date(Date.now() - CHANGES_KEPT_MS)));
    this.every(lookMs, 'snoozed', () => this.snoozer.wakeDue());
    this.every(lookMs, 'clocks', () => this.clocks.recount());
    this.every(lookMs, 'tallies', () => this.tallies.keep(this.times.timeZone));
    this.every(lookMs, 'languages', () => this.languages.read());
    this.every(lookMs, 'bulk', () => this.bulk.sweep());
    this.every(3_600_000, 'bulk-log', () => this.bulkLog.trim(new Date(Date.now() - NOTICES_KEPT_MS)));
    this.every(3_600_000, 'notices', () => this.notices.trim(new Date(Date.now() - NOTICES_KEPT_MS)));
    this.every(lookMs, 'models', () => this.learning.sweep());
    this.every(lookMs, 'trainings', () => this.learning.train());
    this.every(lookMs, 'retention-hour', () => this.retentionRequests.requestNightly(new Date()));
    this.every(lookMs, 'retention', () => this.retention.sweep());
    this.every(lookMs, 'erasures', () => this.erasures.keep());
    this.every(60_000, 'silence', () => this.silence.watch());
    this.every(3_600_000, 'activity', () => this.activity.trim());
    this.every(3_600_000, 'rate-limits', () => this.rateLimits.trim());
    this.every(lookMs, 'processes', () => this.beat.tell(this.log.runs));
  }

  async onApplicationShutdown(): Promise<void> {
    this.timers.forEach(clearInterval);
    await Promise.allSettled(this.running);
    await this.beat.end();
  }

  private async noteListening(): Promise<void> {
    await this.noter.beat('pull', (id) => this.pulls.isFetching(id));
    await this.noter.beat('session', (id) => this.open.stateOf(id)?.status === 'open');
  }

  /** Starts at once, then after every interval; a run that takes longer than the interval is not doubled. */
  private every(intervalMs: number, name: string, work: () => Promise<void>): void {
    let isRunning = false;
    const run = () => {
      if (isRunning) return;
      isRunning = true;
      const ended = this.log.started(name, intervalMs);
      const done = work()
        .then(
          () => ended(),
          (error: unknown) => {
            ended(error);
            this.logger.warn(`Sweep "${name}" failed: ${String(error)}`);
          },
        )
        .finally(() => {
          isRunning = false;
          this.running.delete(done);
        });
      this.running.add(done);
    };
    this.timers.push(setInterval(run, intervalMs));
    run();
  }
}
