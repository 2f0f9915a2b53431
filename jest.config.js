/** Types are `tsc`'s work (`npm run typecheck`); swc only strips them, which keeps the tests fast. */
module.exports = {
  testEnvironment: 'node',
  // All processors: jest leaves one idle, which of two is half.
  maxWorkers: '100%',
  // A machine that is busy is no fault: this only ends what hangs.
  testTimeout: 120_000,
  setupFiles: ['<rootDir>/test/fixed-seed.ts'],
  roots: ['<rootDir>/test'],
  testMatch: ['**/*.test.ts'],
  // The library for CEL is published as an ES module only.
  transformIgnorePatterns: ['/node_modules/(?!@marcbachmann/cel-js/)'],
  transform: {
    '^.+\\.[tj]s$': [
      '@swc/jest',
      { jsc: { target: 'es2022', parser: { syntax: 'typescript' } }, module: { type: 'commonjs' } },
    ],
  },
};
