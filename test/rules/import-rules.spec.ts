import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { PROJECT_ROOT } from '@app/config';

const FEATURE = ['report-model', 'connector-kit', 'triage', 'queues', 'database', 'accounts', 'config'];

/** Which library may import which, as docs/architecture.md says; every other import is a breach. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  'report-model': [],
  'api-contract': ['report-model'],
  'connector-kit': ['report-model'],
  'graph-api': ['report-model', 'connector-kit'],
  'google-api': ['report-model', 'connector-kit'],
  'mail-parsing': ['report-model'],
  connectors: ['report-model', 'connector-kit', 'graph-api', 'google-api', 'mail-parsing'],
  triage: ['report-model'],
  queues: [],
  database: ['report-model'],
  accounts: ['report-model', 'database'],
  clocks: FEATURE,
  vocabulary: FEATURE,
  taxonomy: [...FEATURE, 'vocabulary'],
  'region-map': [...FEATURE, 'vocabulary'],
  learning: [...FEATURE, 'clocks', 'vocabulary'],
  retention: [...FEATURE, 'clocks'],
  connections: FEATURE,
  ingestion: [...FEATURE, 'clocks', 'taxonomy', 'region-map'],
  casework: [...FEATURE, 'clocks', 'taxonomy', 'vocabulary'],
  media: [...FEATURE, 'connections'],
  'outgoing-webhooks': [...FEATURE, 'connections'],
  replies: [...FEATURE, 'connections', 'media'],
};
const LIBRARIES = Object.keys(MAY_IMPORT);

interface Case {
  readonly file: string;
  readonly code: string;
}

function lint(cases: readonly Case[]): string[][] {
  const output = execFileSync(process.execPath, [path.join(PROJECT_ROOT, 'test/rules/lint-texts.mjs')], {
    cwd: PROJECT_ROOT,
    input: JSON.stringify(cases),
    encoding: 'utf8',
  });
  return JSON.parse(output) as string[][];
}

const importing = (file: string, from: string): Case => ({ file, code: `export * from '${from}';\n` });
const inLibrary = (library: string, from: string): Case => importing(`libs/${library}/src/index.ts`, from);

/** What is planted, where, and the words that refuse it. */
const BREACHES: readonly (readonly [string, Case, string])[] = [
  [
    'a file inside a library',
    inLibrary('casework', '@app/database/src/database.js'),
    'never a file inside it',
  ],
  ['a library by its path', inLibrary('casework', '../../database/src/index.js'), 'never by its path'],
  [
    'a library by its path, from an application',
    importing('apps/api/src/main.ts', '../../../libs/database/src/index.js'),
    'never by its path',
  ],
  ['an application', inLibrary('casework', '../../../apps/api/src/main.js'), 'never import applications'],
  [
    'a sibling connector',
    importing('libs/connectors/src/x/x.connector.ts', '../telegram/telegram.api.js'),
    'never imports its sibling',
  ],
  ['TypeORM outside the database library', inLibrary('casework', 'typeorm'), 'lives behind one library'],
  ['pg outside the database library', inLibrary('ingestion', 'pg'), 'lives behind one library'],
  ['BullMQ outside the queues', inLibrary('ingestion', 'bullmq'), 'lives behind one library'],
  ['Redis outside the queues', inLibrary('database', 'ioredis'), 'lives behind one library'],
  ['TypeORM in an application', importing('apps/worker/src/main.ts', 'typeorm'), 'lives behind one library'],
  [
    'the environment outside config/',
    { file: 'libs/triage/src/index.ts', code: 'export const home = process.env;\n' },
    'Only config/ reads the environment',
  ],
  [
    'the environment in an application',
    { file: 'apps/api/src/main.ts', code: 'export const { env } = process;\n' },
    'Only config/ reads the environment',
  ],
  [
    'a file of more than 300 lines',
    { file: 'libs/triage/src/index.ts', code: 'export {};\n'.repeat(301) },
    'max-lines',
  ],
];

const PAIRS = LIBRARIES.flatMap((library) =>
  [...LIBRARIES, 'config'].filter((other) => other !== library).map((other) => ({ library, other })),
);
const ALLOWED: readonly Case[] = [
  { file: 'config/environment.ts', code: 'export const home = process.env;\n' },
  inLibrary('queues', 'pg'),
  importing('libs/connectors/src/x/x.connector.ts', './x.settings.js'),
];

describe('the import rules', () => {
  // One start of ESLint for all: it takes longer than the linting.
  const answers = { pairs: [] as string[][], breaches: [] as string[][], allowed: [] as string[][] };
  beforeAll(() => {
    const pairs = PAIRS.map(({ library, other }) => inLibrary(library, `@app/${other}`));
    const all = lint([...pairs, ...BREACHES.map(([, breach]) => breach), ...ALLOWED]);
    answers.pairs = all.splice(0, pairs.length);
    answers.breaches = all.splice(0, BREACHES.length);
    answers.allowed = all;
  });

  it('name every library that there is', () => {
    expect(readdirSync(path.join(PROJECT_ROOT, 'libs')).sort()).toEqual([...LIBRARIES].sort());
  });

  it('refuse each import that the table does not allow, and no other', () => {
    const refused = PAIRS.filter((_, index) =>
      answers.pairs[index]?.some((line) => line.includes('may not import')),
    );
    expect(refused).toEqual(PAIRS.filter(({ library, other }) => !MAY_IMPORT[library]?.includes(other)));
  });

  it('refuse what lives behind one library, back doors, and files that are too long', () => {
    const passed = BREACHES.filter(
      ([, , message], index) => !answers.breaches[index]?.join('\n').includes(message),
    );
    expect(passed.map(([name]) => name)).toEqual([]);
  });

  it('let config/ read the environment, queues use pg and a connector its own files', () => {
    expect(answers.allowed).toEqual([[], [], []]);
  });
});
