import tseslint from 'typescript-eslint';

/**
 * The layers of the design: each folder of lib/ names what it may NOT import, with the reason.
 * Left to right: kubernetes <- controllers <- target <- findings <- manifests <- { validation, graph } <- rules <- policy <- check.
 */
const layer = (folder, forbidden, reason) => ({
  files: [`lib/${folder}/**/*.ts`],
  rules: {
    'no-restricted-imports': [
      'error',
      {
        patterns: [
          {
            group: forbidden.map((name) => `**/${name}/**`).concat(forbidden.map((name) => `**/${name}`)),
            message: reason,
          },
        ],
      },
    ],
  },
});

const outside = ['constructs', 'checked-app', 'delivery', 'cli', 'plugin', 'jest', 'check'];
const readers = ['reporters', 'exposures', 'trace'];

export default tseslint.config(
  { ignores: ['build/', 'dist/', 'imports/', 'node_modules/', 'coverage/', '*.js', '*.mjs', 'lib/kubernetes/api.ts'] },
  ...tseslint.configs.strictTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      'max-lines': ['error', { max: 200, skipBlankLines: true, skipComments: true }],
      'max-lines-per-function': ['error', { max: 40, skipBlankLines: true, skipComments: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unnecessary-condition': [
        'error',
        { allowConstantLoopConditions: 'only-allowed-literals' },
      ],
      'no-restricted-syntax': [
        'error',
        {
          selector: 'TSEnumDeclaration',
          message: 'Use a union of string literals: it needs no import and no run time.',
        },
        {
          selector: 'TSParameterProperty',
          message: 'Declare the field and assign it: parameter properties are not erasable.',
        },
      ],
    },
  },
  layer(
    'kubernetes',
    [
      'controllers',
      'target',
      'findings',
      'manifests',
      'validation',
      'graph',
      'rules',
      'policy',
      ...readers,
      ...outside,
    ],
    'lib/kubernetes holds facts and imports nothing of ours.',
  ),
  layer(
    'controllers',
    ['target', 'findings', 'manifests', 'validation', 'graph', 'rules', 'policy', ...readers, ...outside],
    'lib/controllers holds facts of controllers; it reads lib/kubernetes only.',
  ),
  layer(
    'target',
    ['findings', 'manifests', 'validation', 'graph', 'rules', 'policy', ...readers, ...outside],
    'A target reads facts of Kubernetes and controllers only.',
  ),
  layer(
    'findings',
    ['manifests', 'validation', 'graph', 'rules', 'policy', ...readers, ...outside],
    'A finding knows nothing of how documents are read or checked.',
  ),
  layer(
    'manifests',
    ['validation', 'graph', 'rules', 'policy', ...readers, ...outside],
    'Documents are read and printed without knowing who checks them.',
  ),
  layer(
    'validation',
    ['graph', 'rules', 'policy', ...readers, ...outside],
    'Validation answers for the API server alone; it sees no other document.',
  ),
  layer(
    'graph',
    ['validation', 'rules', 'policy', ...readers, ...outside],
    'The graph is built from documents; rules read it.',
  ),
  layer(
    'rules',
    ['constructs', 'policy', ...readers, ...outside],
    'Rules and constructs never see each other: both read lib/kubernetes, lib/controllers and lib/target.',
  ),
  layer('policy', ['constructs', ...readers, ...outside], 'Policy chooses among rules; it does not build or print.'),
  layer(
    'constructs',
    [
      'findings',
      'manifests',
      'validation',
      'graph',
      'rules',
      'policy',
      ...readers,
      'checked-app',
      'delivery',
      'cli',
      'plugin',
      'jest',
      'check',
    ],
    'Constructs turn props into objects; the gate in checked-app.ts checks them.',
  ),
  layer(
    'reporters',
    ['manifests', 'validation', 'graph', 'rules', 'policy', ...outside],
    'A reporter turns a report into a string and knows no more.',
  ),
  {
    files: ['test/**/*.ts', 'bench/**/*.ts', 'scripts/**/*.ts', 'examples/**/*.ts', 'main.ts'],
    rules: { 'max-lines-per-function': 'off', '@typescript-eslint/no-non-null-assertion': 'off' },
  },
  {
    files: ['lib/**/*.ts'],
    ignores: ['lib/manifests/**', 'lib/target/**', 'lib/cli/**', 'lib/plugin.ts'],
    rules: {
      '@typescript-eslint/no-restricted-imports': [
        'error',
        {
          paths: ['fs', 'node:fs', 'fs/promises', 'node:fs/promises'].map((name) => ({
            name,
            message: 'Only lib/manifests, lib/target, lib/plugin.ts and lib/cli touch the file system.',
          })),
        },
      ],
    },
  },
  {
    files: ['lib/**/*.ts'],
    ignores: ['lib/cli/**'],
    rules: {
      'no-restricted-globals': [
        'error',
        { name: 'process', message: 'Only lib/cli touches the process: pass in what you need.' },
      ],
    },
  },
);
