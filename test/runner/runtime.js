const { statSync } = require('node:fs');
const { createRequire, isBuiltin } = require('node:module');
const { Script, constants } = require('node:vm');
const { default: Runtime } = require('jest-runtime');

/** The name of a package, or of a file in one, and not the path of a file of ours. */
const isPackage = (name) => name !== undefined && !/^[./]/.test(name) && !isBuiltin(name);

/** What this worker has of each module of ours: when the file was changed last, its code and source map, and the script compiled from the code. */
const modules = new Map();

/** The module, with nothing kept of an older file: a run that watches goes on after changes. */
const moduleOf = (filename) => {
  const { mtimeMs } = statSync(filename);
  let kept = modules.get(filename);
  if (kept?.mtimeMs !== mtimeMs) modules.set(filename, (kept = { mtimeMs }));
  return kept;
};

/** Compiles a function of these parameters. V8 keeps with the script what it compiled when the function was called. */
const compile = (source, parameters, filename) => {
  const head = `(function (${parameters.join(',')}) {`;
  return new Script(`${head}${source}\n})`, {
    filename,
    columnOffset: -head.length,
    importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
  });
};

/**
 * Runs our own modules anew for each test file, as jest does, but reads and compiles them once per worker. Loads packages
 * once per worker, by the real `require`.
 *
 * Jest does everything anew for each file: it loads graphql, type-graphql, Apollo Server and Fastify some two hundred
 * times, and each time the compiler of V8 starts again with all of it and with our modules. Without that, the processor
 * time of an average file is less than half of what it was. A package that is mocked by `jest.mock` still is.
 *
 * What packages make has to be what our modules know by the same names (`instanceof Error`). So all files of a worker share
 * the context that packages are in, too: see environment.js.
 */
module.exports = class SharedPackagesRuntime extends Runtime {
  constructor(...args) {
    super(...args);
    const { executor } = this;
    const { transformCache } = executor;
    const transform = transformCache.transform.bind(transformCache);
    transformCache.transform = (filename, options) => {
      const module = moduleOf(filename);
      module.code ??= transform(filename, options);
      // Stack traces are mapped by it.
      module.sourceMap ??= transformCache.getSourceMaps().get(filename);
      if (module.sourceMap !== undefined) transformCache.getSourceMaps().set(filename, module.sourceMap);
      return module.code;
    };
    executor.compile = (code, filename) => {
      const module = moduleOf(filename);
      if (module.code !== code) return compile(code, executor.injectedModuleParameters, filename).runInThisContext();
      module.script ??= compile(code, executor.injectedModuleParameters, filename);
      return module.script.runInThisContext();
    };
  }

  requireModule(from, name, ...rest) {
    return isPackage(name) ? createRequire(from)(name) : super.requireModule(from, name, ...rest);
  }
};
