const { readFileSync } = require('node:fs');

const swc = JSON.parse(readFileSync(`${__dirname}/.swcrc`, 'utf8'));

/** Packages that ship ES modules only: jest cannot `require` them untransformed. */
const esModules = ['fast-xml-builder', 'fast-xml-parser', 'lossless-json'];

/** @type {import('jest').Config} */
module.exports = {
  testEnvironment: 'node',
  maxWorkers: 2,
  testTimeout: 30_000,
  setupFiles: ['reflect-metadata'],
  testMatch: ['<rootDir>/test/**/*.test.ts'],
  testPathIgnorePatterns: ['/node_modules/', '/dist/', '/test/peers/', '/test/emulator/sdk/'],
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/test/peers/', '<rootDir>/test/emulator/sdk/'],
  // 'inline' is a must: otherwise coverage counts lines and decorators of the transpiled file.
  transform: { '^.+\\.(ts|mts|js|mjs)$': ['@swc/jest', { ...swc, swcrc: false, sourceMaps: 'inline' }] },
  transformIgnorePatterns: [`/node_modules/(?!(${esModules.join('|')})/)`],
  coverageProvider: 'babel',
  collectCoverageFrom: ['{src,schema,resolvers}/**/*.ts'],
  coverageThreshold: { global: { lines: 90 } },
};
