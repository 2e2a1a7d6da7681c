const { readFileSync } = require('node:fs');

const swc = JSON.parse(readFileSync(`${__dirname}/.swcrc`, 'utf8'));

/** What both projects share. */
const project = {
  // Packages and the modules of the product are loaded once per worker, those of tests once per file.
  testEnvironment: '<rootDir>/test/runner/environment.js',
  runtime: '<rootDir>/test/runner/runtime.js',
  testMatch: ['<rootDir>/test/**/*.test.ts'],
  testPathIgnorePatterns: ['/node_modules/', '/dist/', '/test/peers/', '/test/emulator/sdk/', '/test/benchmark/peers/'],
  modulePathIgnorePatterns: [
    '<rootDir>/dist/',
    '<rootDir>/.stryker-tmp/',
    '<rootDir>/test/peers/',
    '<rootDir>/test/emulator/sdk/',
    '<rootDir>/test/benchmark/peers/',
  ],
  // 'inline' is a must: otherwise coverage counts lines and decorators of the transpiled file.
  transform: { '^.+\\.(ts|mts|js|mjs)$': ['@swc/jest', { ...swc, swcrc: false, sourceMaps: 'inline' }] },
};

/** @type {import('jest').Config} */
module.exports = {
  projects: [
    { ...project, displayName: 'all' },
    {
      ...project,
      displayName: 'cloud-config-2019',
      // Read by test/support/cloudConfigVersion.ts. What can differ under the older Cloud Config runs under it, too:
      // not how calls are paced and shared, nor the lists of other products.
      globals: { cloudConfigVersion: '2019-01-08' },
      testMatch: [
        '<rootDir>/test/graphql/{cloud-config,relay}/*.test.ts',
        '<rootDir>/test/graphql/errors/{reads/cloud-config,documentedCodes,faults*}.test.ts',
        '<rootDir>/test/graphql/{calls,detailFields,members,cost.properties,readings,routes,typedOperations,upstreamCalls}.test.ts',
        '<rootDir>/test/docs/queries.test.ts',
        '<rootDir>/test/server/{entities,cost,costThroughGroup}.test.ts',
      ],
      // These name their versions themselves.
      testPathIgnorePatterns: ['/cloud-config/(versions|olderVersion|timelineCounts|StopConfigurationRecorder)\\.test'],
    },
  ],
  maxWorkers: 2,
  testSequencer: '<rootDir>/test/runner/sequencer.js',
  testTimeout: 120_000,
  // A loaded machine needs more than the half second of jest's to end a process that has nothing left to do.
  workerGracefulExitTimeout: 10_000,
  coverageProvider: 'babel',
  collectCoverageFrom: ['{src,schema,resolvers}/**/*.ts'],
  coverageThreshold: { global: { lines: 90 } },
};
