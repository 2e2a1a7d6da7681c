const {
  projects: [project],
  ...base
} = require('../../jest.config.js');

/** @type {import('jest').Config} */
module.exports = {
  ...base,
  ...project,
  rootDir: '../..',
  coverageThreshold: undefined,
  // Stryker puts an environment of its own around one of jest's, and resets what is mutated between tests.
  testEnvironment: 'node',
  runtime: undefined,
  // Units, and the client and the emulator over real sockets: they ought to notice a broken line by themselves.
  testMatch: [
    '<rootDir>/test/{rpc,emulator/protocol}/**/*.test.ts',
    '<rootDir>/test/unit/{rpc,pagination,changes,loaders,cost}/**/*.test.ts',
  ],
};
