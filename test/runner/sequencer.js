const { existsSync } = require('node:fs');
const { join } = require('node:path');
const { default: Sequencer } = require('@jest/test-sequencer');

/** The longest test files, longest first. Most of them start processes. */
const longest = [
  'server/process',
  'ledger/processHistories',
  'server/explorers',
  'server/leaks',
  'ledger/histories',
  'server/rollingRestart',
  'ledger/kill',
  'graphql/errors/matrix/memory',
  'benchmark/comparison/compare',
  'server/limits/random',
  'access/matrix',
  'doctor/process',
  'emulator/population/walk',
  'server/principals',
].map((name) => join(__dirname, '..', `${name}.test.ts`));

/**
 * Begins with the files that take longest, so that no worker is left with one of them in the end. Jest knows the times of
 * an earlier run; in a fresh clone, it would go by the sizes of the files.
 */
module.exports = class LongestFirst extends Sequencer {
  sort(tests) {
    const missing = longest.filter((path) => !existsSync(path));
    if (missing.length > 0)
      throw new Error(`test/runner/sequencer.js names files that do not exist: ${missing.join(', ')}`);
    const first = longest.flatMap((path) => tests.filter((test) => test.path === path));
    return [...first, ...super.sort(tests.filter((test) => !first.includes(test)))];
  }
};
