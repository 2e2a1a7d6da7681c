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
  // Units only: they ought to notice a broken line by themselves, and a mutant takes seconds instead of a minute.
  testMatch: ['<rootDir>/test/unit/{rpc,pagination,changes}/**/*.test.ts'],
};
