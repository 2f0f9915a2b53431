import tseslint from 'typescript-eslint';
import { layers } from './eslint.layers.mjs';

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
  {
    files: ['lib/**/*.ts'],
    plugins: { house: { rules: { layers } } },
    rules: { 'house/layers': 'error' },
  },
  {
    files: ['test/**/*.ts', 'bench/**/*.ts', 'scripts/**/*.ts', 'examples/**/*.ts', 'main.ts'],
    rules: {
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
      'max-lines-per-function': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
    },
  },
  {
    // Tests look into manifests of every kind; a field that is not there fails the expectation.
    files: ['test/**/*.ts'],
    rules: {
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
    },
  },
  {
    files: ['lib/**/*.ts'],
    ignores: ['lib/manifests/**', 'lib/target/**', 'lib/cli/**', 'lib/plugin.ts', 'lib/code-cache.ts'],
    rules: {
      '@typescript-eslint/no-restricted-imports': [
        'error',
        {
          paths: ['fs', 'node:fs', 'fs/promises', 'node:fs/promises'].map((name) => ({
            name,
            message:
              'Only lib/manifests, lib/target, lib/cli, lib/plugin.ts and lib/code-cache.ts touch the file system.',
          })),
        },
      ],
    },
  },
  {
    files: ['lib/**/*.ts'],
    ignores: ['lib/cli/**', 'lib/code-cache.ts'],
    rules: {
      'no-restricted-globals': [
        'error',
        { name: 'process', message: 'Only lib/cli and lib/code-cache.ts touch the process: pass in what you need.' },
      ],
    },
  },
);
