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
const BUILT_PRODUCT = '<rootDir>/test/support/built-product-transform.mjs';

/** One project per kind of test, told apart by the file's suffix. Tests are compiled as they stand; the product is as built. */
const project = (displayName, suffix, roots, extra = {}) => ({
  displayName,
  testEnvironment: '<rootDir>/test/support/built-product-environment.mjs',
  roots: roots.map((root) => `<rootDir>/${root}`),
  testRegex: `\\.${suffix}\\.ts$`,
  extensionsToTreatAsEsm: ['.ts'],
  globalSetup: '<rootDir>/test/support/build-product.mjs',
  resolver: '<rootDir>/test/support/built-product-resolver.mjs',
  transform: {
    '/dist/(apps|libs|config)/.*\\.js$': BUILT_PRODUCT,
    '/node_modules/@nestjs/': BUILT_PRODUCT,
    '^.+\\.ts$': compile,
  },
  transformIgnorePatterns: ['/node_modules/(?!@nestjs/)'],
  moduleNameMapper: {
    '^@app/config$': '<rootDir>/config/index.ts',
    '^@app/([^/]+)$': '<rootDir>/libs/$1/src/index.ts',
    '^@app/([^/]+)/testing$': '<rootDir>/libs/$1/src/testing/index.ts',
    '^@app/connector-kit/contract$':
      '<rootDir>/libs/connector-kit/src/testing/describe-connector-contract.ts',
    '^(\\.{1,2}/.*)\\.js$': '$1',
  },
  ...extra,
});

export default {
  // One more than cores: tests that wait for a browser, a mail server or a database leave the processor to others.
  maxWorkers: 3,
  testSequencer: '<rootDir>/test/support/waiting-first.mjs',
  // The first test of a file also pays for loading the product; a machine may be busy with other things.
  testTimeout: 240_000,
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
