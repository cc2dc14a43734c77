import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Module, type DynamicModule } from '@nestjs/common';
import { secretSealer } from '@app/accounts';
import { projectFile } from '@app/config';
import { CLOCK_DEFAULTS, calendarYearSchema, serviceLevelSchema, type ClockDefaults } from '@app/clocks';
import { ALLOWS_PRIVATE_ADDRESSES, SECRET_SEALER } from '@app/connections';
import { ConnectorRegistry, type Connector } from '@app/connector-kit';
import { CONNECTORS } from '@app/connectors';
import { DatabaseModule } from '@app/database';
import { REPORT_CLASSIFIERS } from '@app/ingestion';
import {
  ClassifyReportsService,
  LEARNING_SOURCES,
  LearningModule,
  type LearningSources,
} from '@app/learning';
import { MediaFolder } from '@app/media';
import { QueuesModule } from '@app/queues';
import { ErasureFile } from '@app/retention';
import type { Gazetteer } from '@app/triage';
import { TAXONOMY_DEFAULTS } from '@app/taxonomy';
import { SHIPPED_GAZETTEER, type ShippedGazetteer } from '@app/vocabulary';
import {
  DEFAULT_SET,
  SHIPPED_CORPUS,
  shippedGazetteer,
  shippedModelFile,
  shippedPlaceNames,
  shippedTaxonomy,
  TAXONOMY_SETS,
} from './shipped-triage.js';

export interface RuntimeOptions {
  readonly databaseUrl: string;
  readonly redisUrl?: string | undefined;
  /** 32 bytes; seals the secrets of connections. */
  readonly secretKey: Buffer;
  readonly allowsPrivateAddresses: boolean;
  /** What is kept as files lies below it. */
  readonly dataFolder: string;
  /** IANA zone in which legal clocks count days. */
  readonly timeZone: string;
  readonly applicationName: string;
  /** The installed channels; those that ship with the project unless given. */
  readonly connectors?: readonly Connector[];
  /** What models are trained with beside corrections; the corpus that ships unless given. */
  readonly corpusFolder?: string;
}

/** What api, worker and command line share: database, queues, the installed channels, the classifier. */
@Module({})
export class RuntimeModule {
  /** @throws SecretKeyError before anything is opened, when the key has another length */
  static forRoot(options: RuntimeOptions): DynamicModule {
    const sealer = secretSealer(options.secretKey);
    const providers = [
      {
        provide: ConnectorRegistry,
        useFactory: () => new ConnectorRegistry(options.connectors ?? CONNECTORS),
      },
      { provide: REPORT_CLASSIFIERS, useExisting: ClassifyReportsService },
      { provide: LEARNING_SOURCES, useFactory: () => learningSources(options) },
      { provide: TAXONOMY_DEFAULTS, useFactory: () => ({ sets: TAXONOMY_SETS.map(shippedTaxonomy) }) },
      { provide: SHIPPED_GAZETTEER, useFactory: lazyGazetteer },
      { provide: SECRET_SEALER, useValue: sealer },
      { provide: CLOCK_DEFAULTS, useFactory: () => shippedClocks(options.timeZone) },
      { provide: ALLOWS_PRIVATE_ADDRESSES, useValue: options.allowsPrivateAddresses },
      { provide: MediaFolder, useFactory: () => new MediaFolder(path.join(options.dataFolder, 'media')) },
      { provide: ErasureFile, useFactory: () => new ErasureFile(options.dataFolder) },
    ];
    return {
      module: RuntimeModule,
      global: true,
      imports: [
        DatabaseModule.forRoot({ url: options.databaseUrl, applicationName: options.applicationName }),
        QueuesModule.forRoot(options),
        LearningModule,
      ],
      providers,
      exports: providers.map(({ provide }) => provide),
    };
  }
}

function learningSources({ corpusFolder, timeZone }: RuntimeOptions): LearningSources {
  return { shippedModel: shippedModelFile, corpusFolder: corpusFolder ?? SHIPPED_CORPUS, timeZone };
}

function lazyGazetteer(): ShippedGazetteer {
  let gazetteer: Gazetteer | undefined;
  return () => (gazetteer ??= shippedGazetteer(shippedPlaceNames(DEFAULT_SET)));
}

/** The calendar and the service levels that ship with the project. */
function shippedClocks(timeZone: string): ClockDefaults {
  return {
    timeZone,
    calendar: calendarYearSchema.array().parse(shippedJson('config', 'clocks', 'holidays.json')),
    serviceLevels: serviceLevelSchema.array().parse(shippedJson('config', 'clocks', 'service-levels.json')),
  };
}

function shippedJson(...parts: string[]): unknown {
  return JSON.parse(readFileSync(projectFile(...parts), 'utf8'));
}
