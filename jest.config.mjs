/** As tsconfig.json; with the map beside the code, not in it, where it would be read again for each file of tests. */
const compile = [
  '@swc/jest',
  {
    jsc: {
      parser: { syntax: 'typescript', decorators: true },
      transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
      target: 'es2023',
    },
    module: { type: 'es6' },
    sourceMaps: true,
  },
];

/** One project per kind of test, told apart by the file's suffix. */
const project = (displayName, suffix, roots, extra = {}) => ({
  displayName,
  testEnvironment: 'node',
  roots: roots.map((root) => `<rootDir>/${root}`),
  testRegex: `\\.${suffix}\\.ts$`,
  extensionsToTreatAsEsm: ['.ts'],
  transform: { '^.+\\.ts$': compile },
  moduleNameMapper: {
    '^@app/config$': '<rootDir>/config/index.ts',
    '^@app/([^/]+)$': '<rootDir>/libs/$1/src/index.ts',
    '^@app/([^/]+)/testing$': '<rootDir>/libs/$1/src/testing/index.ts',
    '^(\\.{1,2}/.*)\\.js$': '$1',
  },
  ...extra,
});

export default {
  // One more than cores: tests that wait for a browser, a mail server or a database leave the processor to others.
  maxWorkers: 3,
  testSequencer: '<rootDir>/test/support/waiting-first.mjs',
  // The first test of a file also pays for compiling it.
  testTimeout: 60_000,
  projects: [
    project('unit', 'spec', ['apps', 'libs', 'config', 'test/rules']),
    project('contract', 'contract-spec', ['libs']),
    project('integration', 'integration-spec', ['test'], {
      globalSetup: '<rootDir>/test/support/start-postgres.mjs',
      globalTeardown: '<rootDir>/test/support/stop-postgres.mjs',
    }),
    project('faults', 'fault-spec', ['test']),
    project('e2e', 'e2e-spec', ['test']),
  ],
};
