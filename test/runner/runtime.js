const { createRequire, isBuiltin } = require('node:module');
const { compileFunction, constants } = require('node:vm');
const { default: Runtime } = require('jest-runtime');

/** The name of a package, or of a file in one, and not the path of a file of ours. */
const isPackage = (name) => name !== undefined && !/^[./]/.test(name) && !isBuiltin(name);

/**
 * Loads our own modules anew for each test file, as jest does, and packages once per worker, by the real `require`.
 *
 * Jest loads everything anew for each file: graphql, type-graphql, Apollo Server and Fastify some two hundred times, and
 * each time the compiler of V8 starts again with all of it. Without that, the processor time of an average file is half
 * of what it was. A package that is mocked by `jest.mock` still is.
 *
 * What packages make has to be what our modules know by the same names (`instanceof Error`). So all files of a worker share
 * the context that packages are in, too: see environment.js.
 */
module.exports = class SharedPackagesRuntime extends Runtime {
  constructor(...args) {
    super(...args);
    // As `compile` does it, except that it has no `parsingContext`: the function is of this context.
    this.executor.compile = (source, filename) =>
      compileFunction(source, this.executor.injectedModuleParameters, {
        filename,
        importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
      });
  }

  requireModule(from, name, ...rest) {
    return isPackage(name) ? createRequire(from)(name) : super.requireModule(from, name, ...rest);
  }
};
