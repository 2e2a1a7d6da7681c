const { ModernFakeTimers } = require('@jest/fake-timers');
const { ModuleMocker } = require('jest-mock');
require('reflect-metadata');

/**
 * Runs a test file in the context of its worker, and afterwards leaves the globals as they were.
 *
 * That includes what packages keep there for our modules, such as the metadata that type-graphql has of our classes: the
 * next file brings its own classes. See runtime.js.
 */
module.exports = class WorkerEnvironment {
  global = globalThis;
  fakeTimers = null;

  constructor({ projectConfig }) {
    this.before = { keys: new Set(Reflect.ownKeys(globalThis)), console, exit: process.exit };
    this.variables = { object: process.env, values: { ...process.env } };
    this.moduleMocker = new ModuleMocker(globalThis);
    this.fakeTimersModern = new ModernFakeTimers({ config: projectConfig, global: globalThis });
    Object.assign(globalThis, projectConfig.globals);
  }

  async setup() {}

  async teardown() {
    const { before, variables } = this;
    this.fakeTimersModern.dispose();
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
