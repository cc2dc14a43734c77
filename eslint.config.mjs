import js from '@eslint/js';
import prettier from 'eslint-config-prettier';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

/** What each library may import of ours; the table of docs/architecture.md. */
const FEATURE = ['report-model', 'connector-kit', 'triage', 'queues', 'database', 'accounts', 'config'];
const MAY_IMPORT = {
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
  connections: FEATURE,
  media: [...FEATURE, 'connections'],
  'outgoing-webhooks': [...FEATURE, 'connections'],
  replies: [...FEATURE, 'connections', 'media'],
  learning: [...FEATURE, 'clocks', 'vocabulary'],
  retention: [...FEATURE, 'clocks'],
  ingestion: [...FEATURE, 'clocks', 'taxonomy', 'region-map'],
  casework: [...FEATURE, 'clocks', 'taxonomy', 'vocabulary'],
};
const LIBRARIES = Object.keys(MAY_IMPORT);

const NO_DEEP_PATHS = {
  regex: '^@app/[^/]+/(?!(?:contract|testing)$)',
  message: 'Import a library by its name, never a file inside it.',
};
/** Technologies that live behind one library. */
const HIDDEN = {
  database: ['typeorm', 'pg'],
  queues: ['bullmq', 'ioredis'],
};

function importRules(library) {
  const forbidden = [...LIBRARIES, 'config'].filter(
    (name) => name !== library && !MAY_IMPORT[library].includes(name),
  );
  const hidden = Object.entries(HIDDEN).flatMap(([owner, packages]) => (owner === library ? [] : packages));
  const mayUsePg = library === 'queues';
  return {
    files: [`libs/${library}/src/**/*.ts`],
    ignores: ['**/*spec.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          paths: hidden
            .filter((name) => !(mayUsePg && name === 'pg'))
            .map((name) => ({ name, message: `${name} lives behind one library.` })),
          patterns: [
            NO_DEEP_PATHS,
            { regex: '(^|/)apps/', message: 'Libraries never import applications.' },
            {
              regex: '^(\\.\\./){2,}[a-z-]+/src/',
              message: 'Import a library by its name, never by its path.',
            },
            ...forbidden.map((name) => ({
              regex: `^@app/${name}(/|$)`,
              message: `${library} may not import ${name}: see docs/architecture.md.`,
            })),
            ...(library === 'connectors'
              ? [
                  {
                    regex: '^\\.\\./(?!fixtures)[^.]',
                    message: 'A connector never imports its sibling.',
                  },
                ]
              : []),
          ],
        },
      ],
    },
  };
}

export default tseslint.config(
  { ignores: ['dist', 'node_modules', '.wadah', 'coverage', '**/fixtures/**'] },
  js.configs.recommended,
  ...tseslint.configs.recommended,
  {
    files: ['**/*.ts', '**/*.tsx'],
    ignores: ['apps/inbox/**'],
    languageOptions: { parserOptions: { project: './tsconfig.json', tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/only-throw-error': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
    },
  },
  {
    rules: {
      eqeqeq: 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/no-empty-object-type': 'off',
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
    },
  },
  {
    files: ['libs/**/*.ts', 'apps/**/*.ts', 'apps/**/*.tsx'],
    ignores: ['**/*spec.ts', '**/testing/**'],
    rules: {
      'no-restricted-properties': [
        'error',
        { object: 'process', property: 'env', message: 'Only config/ reads the environment.' },
      ],
    },
  },
  ...LIBRARIES.map(importRules),
  { files: ['libs/database/src/migrations/*.ts'], rules: { 'max-lines': 'off' } },
  {
    files: ['apps/{api,worker}/src/**/*.ts'],
    ignores: ['**/*spec.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          paths: ['typeorm', 'pg', 'bullmq', 'ioredis'].map((name) => ({
            name,
            message: `${name} lives behind one library.`,
          })),
          patterns: [
            NO_DEEP_PATHS,
            { regex: '/libs/', message: 'Import a library by its name, never by its path.' },
          ],
        },
      ],
    },
  },
  { files: ['apps/inbox/**/*.tsx', 'apps/inbox/**/*.ts'], ...reactHooks.configs.flat['recommended-latest'] },
  {
    files: ['**/*.mjs', '**/*.cjs'],
    languageOptions: {
      globals: {
        process: 'readonly',
        console: 'readonly',
        performance: 'readonly',
        setTimeout: 'readonly',
        URL: 'readonly',
      },
    },
  },
  prettier,
);
