const { readFileSync } = require('node:fs');

const swc = JSON.parse(readFileSync(`${__dirname}/.swcrc`, 'utf8'));

/** Packages that ship ES modules only: jest cannot `require` them untransformed. */
const esModules = ['fast-xml-builder', 'fast-xml-parser', 'lossless-json'];

/** What both projects share. */
const project = {
  testEnvironment: 'node',
  setupFiles: ['reflect-metadata'],
  testMatch: ['<rootDir>/test/**/*.test.ts'],
  testPathIgnorePatterns: ['/node_modules/', '/dist/', '/test/peers/', '/test/emulator/sdk/'],
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/test/peers/', '<rootDir>/test/emulator/sdk/'],
  // 'inline' is a must: otherwise coverage counts lines and decorators of the transpiled file.
  transform: { '^.+\\.(ts|mts|js|mjs)$': ['@swc/jest', { ...swc, swcrc: false, sourceMaps: 'inline' }] },
  transformIgnorePatterns: [`/node_modules/(?!(${esModules.join('|')})/)`],
};

/** @type {import('jest').Config} */
module.exports = {
  projects: [
    { ...project, displayName: 'all' },
    {
      ...project,
      displayName: 'cloud-config-2019',
      // Read by test/support/cloudConfigVersion.ts. What touches Cloud Config runs under its older version, too.
      globals: { cloudConfigVersion: '2019-01-08' },
      testMatch: [
        '<rootDir>/test/graphql/{cloud-config,relay}/*.test.ts',
        '<rootDir>/test/graphql/errors/{reads/cloud-config,documentedCodes,faults*,slowEdges*}.test.ts',
        '<rootDir>/test/graphql/quota/*.test.ts',
        '<rootDir>/test/graphql/{calls,detailFields,members,price.properties,readings,routes,typedOperations,upstreamCalls,walk}.test.ts',
        '<rootDir>/test/readme.test.ts',
        '<rootDir>/test/server/{entities,price,priceThroughGroup,principals,sharing}.test.ts',
      ],
      // These name their versions themselves.
      testPathIgnorePatterns: ['/cloud-config/(versions|olderVersion|StopConfigurationRecorder)\\.test'],
    },
  ],
  maxWorkers: 2,
  testTimeout: 120_000,
  coverageProvider: 'babel',
  collectCoverageFrom: ['{src,schema,resolvers}/**/*.ts'],
  coverageThreshold: { global: { lines: 90 } },
};
