const base = require('../../jest.config.js');

/** @type {import('jest').Config} */
module.exports = {
  ...base,
  rootDir: '../..',
  coverageThreshold: undefined,
  // Units and the client against a server of its own: what ought to notice a broken line of the mutated code itself.
  testMatch: ['<rootDir>/test/unit/{rpc,pagination,changes}/**/*.test.ts', '<rootDir>/test/rpc/**/*.test.ts'],
};
