/**
 * `npm run test:mutation`: breaks the client, the pages and the diff code in small ways, and sees which of them no test
 * notices. About a quarter of an hour on two cores.
 *
 * @type {import('@stryker-mutator/api/core').PartialStrykerOptions}
 */
export default {
  plugins: [import.meta.resolve('@stryker-mutator/jest-runner')],
  testRunner: 'jest',
  jest: { configFile: 'test/mutation/jest.config.js', enableFindRelatedTests: true },
  coverageAnalysis: 'perTest',
  mutate: [
    'src/pagination/**/*.ts',
    'src/changes/**/*.ts',
    // What has units: transport, pools and client are tested over real sockets, in test/rpc.
    'src/rpc/{policies,credentials}/*.ts',
    'src/rpc/{encodeParameters,failures,parseJson,readResponse,retryAfter,sign}.ts',
  ],
  mutator: { excludedMutations: ['StringLiteral'] },
  ignorePatterns: ['dist', 'coverage', 'reports', 'test/peers', 'test/mutation/node_modules'],
  ignoreStatic: true,
  concurrency: 2,
  timeoutMS: 10_000,
  reporters: ['progress-append-only', 'clear-text', 'html'],
  clearTextReporter: { allowColor: false, logTests: false },
  htmlReporter: { fileName: 'reports/mutation.html' },
};
