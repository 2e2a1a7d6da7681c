/**
 * `npm run test:mutation`: breaks the client, the pages and the diff code in small ways, and reports the changes that no
 * test notices. An hour or two on two cores; `-- --mutate src/rpc/sign.ts` takes one file.
 *
 * @type {import('@stryker-mutator/api/core').PartialStrykerOptions}
 */
export default {
  plugins: [import.meta.resolve('@stryker-mutator/jest-runner')],
  testRunner: 'jest',
  jest: { configFile: 'test/mutation/jest.config.js', enableFindRelatedTests: true },
  coverageAnalysis: 'perTest',
  mutate: ['src/{pagination,changes,rpc}/**/*.ts', 'src/loaders/batch/*.ts', 'src/emulator/signature.ts'],
  mutator: { excludedMutations: ['StringLiteral'] },
  ignorePatterns: ['dist', 'coverage', 'reports', 'test/peers', 'test/mutation/node_modules'],
  ignoreStatic: true,
  concurrency: 2,
  timeoutMS: 10_000,
  reporters: ['progress-append-only', 'clear-text', 'html'],
  clearTextReporter: { allowColor: false, logTests: false },
  htmlReporter: { fileName: 'reports/mutation.html' },
};
