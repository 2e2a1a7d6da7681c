const { statSync } = require('node:fs');
const Module = require('node:module');
const { join, sep } = require('node:path');
const { Script, constants } = require('node:vm');
const { default: Runtime } = require('jest-runtime');
const { keptGlobals } = require('./environment');

const { createRequire, isBuiltin } = Module;

/** The name of a package, or of a file in one, and not the path of a file of ours. */
const isPackage = (name) => name !== undefined && !/^[./]/.test(name) && !isBuiltin(name);

const root = join(__dirname, '..', '..');

/** Folders of the product. The rest of our modules belong to tests. */
const folders = ['src', 'schema', 'resolvers'].map((folder) => join(root, folder) + sep);

const isOfProduct = (filename) => folders.some((folder) => filename.startsWith(folder));

/** A module of ours that is loaded on demand is named by the file that it is compiled to. */
const resolveFilename = Module._resolveFilename;
Module._resolveFilename = (name, parent, ...rest) => {
  const isCompiled = /^\..*\.js$/.test(name) && parent?.filename !== undefined && isOfProduct(parent.filename);
  return resolveFilename(isCompiled ? name.replace(/\.js$/, '.ts') : name, parent, ...rest);
};

/** What this worker has of each module of ours: when the file was changed last, its code and source map, and the script compiled from the code. */
const modules = new Map();

/** The module, with nothing kept of an older file: a run that watches goes on after changes. */
const moduleOf = (filename) => {
  const { mtimeMs } = statSync(filename);
  let kept = modules.get(filename);
  if (kept?.mtimeMs !== mtimeMs) modules.set(filename, (kept = { mtimeMs }));
  return kept;
};

/** Unloads the modules of the product if one of them changed: a run that watches goes on after changes. */
const unloadChanged = () => {
  const loaded = Object.keys(require.cache).filter(isOfProduct);
  if (loaded.every((filename) => modules.get(filename) === moduleOf(filename))) return;
  for (const filename of loaded) delete require.cache[filename];
  for (const key of keptGlobals) delete globalThis[key];
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

/** How many statements, functions and branches of a module ran in this worker when it was reported last. */
const reported = new WeakMap();

const countRun = ({ s, f, b }) =>
  [s, f, ...Object.values(b)].reduce(
    (sum, counts) => sum + Object.values(counts).filter((count) => count > 0).length,
    0,
  );

/**
 * Loads packages and the modules of the product once per worker, by the real `require`. Modules of tests run anew for each
 * test file, as all do in jest, but are read and compiled once per worker.
 *
 * Jest does everything anew for each file: it loads graphql, type-graphql, Apollo Server and Fastify some two hundred
 * times, builds the schema, and each time the compiler of V8 starts again with all of it. Now what one file made hot is hot
 * in the next. A package that is mocked by `jest.mock` still is, and `jest.isolateModules` still has copies of its own.
 *
 * What packages make has to be what our modules know by the same names (`instanceof Error`). So all files of a worker share
 * the context that packages are in, too: see environment.js.
 */
module.exports = class SharedModulesRuntime extends Runtime {
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
    unloadChanged();
    for (const filename of Object.keys(require.cache).filter(isOfProduct)) {
      transformCache.getSourceMaps().set(filename, moduleOf(filename).sourceMap);
    }
    // In place of the last file's. Packages in TypeScript are none that we have.
    Module._extensions['.ts'] = (module, filename) => {
      module._compile(transformCache.transform(filename), filename);
    };
  }

  /**
   * The counts of modules in which something ran for the first time in this worker. What is covered is the same as if each
   * file reported all that it ran, and nobody has to send and join the maps of all modules for each file. Only how often
   * something ran is not known. The maps beside the counts never change.
   */
  getAllCoverageInfoCopy() {
    const news = {};
    for (const [filename, module] of Object.entries(globalThis.__coverage__ ?? {})) {
      const count = countRun(module);
      if (count === (reported.get(module) ?? 0)) continue;
      reported.set(module, count);
      news[filename] = { ...module, ...structuredClone({ s: module.s, f: module.f, b: module.b }) };
    }
    return news;
  }

  requireModule(from, name, options, ...rest) {
    if (isPackage(name)) return createRequire(from)(name);
    if (name !== undefined && !isBuiltin(name) && !this.registries.isIsolated()) {
      const filename = this._resolution.resolveCjs(from, name);
      if (isOfProduct(filename)) return require(filename);
    }
    return super.requireModule(from, name, options, ...rest);
  }
};
