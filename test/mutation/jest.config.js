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
  // Units, and the client over real sockets: they ought to notice a broken line by themselves.
  testMatch: ['<rootDir>/test/{rpc,unit/rpc,unit/pagination,unit/changes}/**/*.test.ts'],
};
