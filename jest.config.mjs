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

const RELATIVE = { '^(\\.{1,2}/.*)\\.js$': '$1' };

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
    '^@app/connector-kit/contract$':
      '<rootDir>/libs/connector-kit/src/testing/describe-connector-contract.ts',
    ...RELATIVE,
  },
  ...extra,
});

/** Tests of the whole product take what was built of it. */
const ofBuilt = (displayName, suffix, extra = {}) =>
  project(displayName, suffix, ['test'], {
    ...extra,
    testEnvironment: '<rootDir>/test/support/built-product-environment.mjs',
    transform: {
      '/dist/(apps|libs|config)/.*\\.js$': '<rootDir>/test/support/built-product-transform.mjs',
      '/node_modules/@nestjs/': '<rootDir>/test/support/built-product-transform.mjs',
      '^.+\\.ts$': compile,
    },
    transformIgnorePatterns: ['/node_modules/(?!@nestjs/)'],
    moduleNameMapper: {
      '^@app/config$': '<rootDir>/dist/config/index.js',
      '^@app/([^/]+)$': '<rootDir>/dist/libs/$1/src/index.js',
      '^@app/([^/]+)/testing$': '<rootDir>/dist/libs/$1/src/testing/index.js',
      '^(?:\\.\\./)+((?:apps|libs)/.*)\\.js$': '<rootDir>/dist/$1.js',
      ...RELATIVE,
    },
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
    ofBuilt('integration', 'integration-spec', {
      globalSetup: '<rootDir>/test/support/start-postgres.mjs',
      globalTeardown: '<rootDir>/test/support/stop-postgres.mjs',
    }),
    ofBuilt('faults', 'fault-spec'),
    ofBuilt('e2e', 'e2e-spec'),
  ],
};
