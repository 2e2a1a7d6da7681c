const { AsyncLocalStorage } = require('node:async_hooks');
const { ModernFakeTimers } = require('@jest/fake-timers');
const { ModuleMocker } = require('jest-mock');
require('reflect-metadata');

/** What modules of the product keep on the global object: type-graphql's metadata of the classes, and the counts of coverage. */
const keptGlobals = ['TypeGraphQLMetadataStorage', '__coverage__'];

/**
 * Storages that were used in this file. Each file has one of jest's own. Node writes all that are enabled to each promise:
 * after a hundred files, that is a quarter of the work.
 */
const storages = new Set();
const { run } = AsyncLocalStorage.prototype;
AsyncLocalStorage.prototype.run = function (...args) {
  storages.add(this);
  return run.apply(this, args);
};

/** Runs a test file in the context of its worker, and afterwards leaves the globals as they were. See runtime.js. */
module.exports = class WorkerEnvironment {
  static keptGlobals = keptGlobals;

  global = globalThis;
  fakeTimers = null;

  constructor({ projectConfig }) {
    this.before = { keys: new Set([...Reflect.ownKeys(globalThis), ...keptGlobals]), console, exit: process.exit };
    this.variables = { object: process.env, values: { ...process.env } };
    this.moduleMocker = new ModuleMocker(globalThis);
    this.fakeTimersModern = new ModernFakeTimers({ config: projectConfig, global: globalThis });
    Object.assign(globalThis, projectConfig.globals);
  }

  async setup() {}

  async teardown() {
    const { before, variables } = this;
    this.fakeTimersModern.dispose();
    // Enabled again by whoever uses it again.
    for (const storage of storages) storage.disable();
    storages.clear();
    process.env = variables.object;
    for (const name of Object.keys(process.env)) if (!(name in variables.values)) delete process.env[name];
    Object.assign(process.env, variables.values);
    process.exit = before.exit;
    globalThis.console = before.console;
    // What must stay cannot be deleted: the agent of `fetch`, for one.
    for (const key of Reflect.ownKeys(globalThis)) if (!before.keys.has(key)) Reflect.deleteProperty(globalThis, key);
  }

  exportConditions() {
    return ['node', 'node-addons'];
  }

  /** Jest asks for it to know whether the environment is still there; runtime.js compiles without it. */
  getVmContext() {
    return {};
  }
};
