import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { operations } from '../src/operations';

const root = join(__dirname, '..');
const generated = /(^|\/)(node_modules|dist|generated|coverage|reports)(\/|$)/;

/** Every source file of the named folders, as a path from the root with forward slashes. */
function sourceFiles(...folders: string[]): string[] {
  return folders
    .filter((folder) => existsSync(join(root, folder)))
    .flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((file) => join(folder, file)),
    )
    .map((file) => file.split(sep).join('/'))
    .filter((file) => /\.(ts|js|mjs)$/.test(file) && !generated.test(file))
    .sort();
}

const product = sourceFiles('src', 'schema', 'resolvers');
const everything = [...product, ...sourceFiles('test')];
const textOf = (file: string) => readFileSync(join(root, file), 'utf8');

const known = new Map<string, readonly string[]>();

/** What a file imports: packages by name, files by their path from the root. Each file is read once. */
function importsOf(file: string): readonly string[] {
  const imports = known.get(file) ?? readImports(file);
  known.set(file, imports);
  return imports;
}

function readImports(file: string): readonly string[] {
  const specifiers = [...textOf(file).matchAll(/(?:from\s+|import\s+|import\(|require\()'([^']+)'/g)].map(
    ([, specifier = '']) => specifier,
  );
  return specifiers.map((specifier) => {
    if (!specifier.startsWith('.')) return specifier;
    const target = relative(root, resolve(root, dirname(file), specifier))
      .split(sep)
      .join('/');
    return [`${target}.ts`, `${target}/index.ts`, target].find((path) => existsSync(join(root, path))) ?? target;
  });
}

/** What a file reaches through any number of imports. */
function reachableFrom(file: string, seen = new Set<string>()): ReadonlySet<string> {
  for (const imported of importsOf(file)) {
    if (seen.has(imported)) continue;
    seen.add(imported);
    if (imported.endsWith('.ts') && existsSync(join(root, imported))) reachableFrom(imported, seen);
  }
  return seen;
}

const violations = (files: readonly string[], reached: (file: string) => Iterable<string>, forbidden: RegExp) =>
  files.flatMap((file) =>
    [...reached(file)].filter((imported) => forbidden.test(imported)).map((imported) => `${file} -> ${imported}`),
  );

it('reads imports as they are written here', () => {
  expect(importsOf('test/architecture.test.ts')).toEqual(['node:fs', 'node:path', 'src/operations/index.ts']);
  expect(product.length).toBeGreaterThan(20);
});

describe('the floors', () => {
  const places = [...readdirSync(join(root, 'src')).map((entry) => `src/${entry}`), 'resolvers', 'schema'].sort();
  const placesIn = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map(([, place = '']) => place).sort();

  it('hold every entry of src once, as eslint.config.mjs forbids imports', () => {
    const [, lists = ''] = /^const ground = (.*)^const floors = /ms.exec(textOf('eslint.config.mjs')) ?? [];

    expect(placesIn(lists, /'([^']+)'/g)).toEqual(places);
  });

  it('hold every entry of src once, as ARCHITECTURE.md lists them', () => {
    const [section = ''] = textOf('ARCHITECTURE.md')
      .split('\n## ')
      .filter((text) => text.startsWith('Floors'));
    const rows = section.matchAll(/^\| \d +\|([^|]+)\|/gm);
    const where = [...rows].map(([, cell]) => cell).join('');

    expect(placesIn(where, /`([^`]+?)\/?`/g)).toEqual(places);
  });
});

it('lets no file import itself through others, not even by a type', () => {
  // Types of the graph refer to each other; type-graphql reads them lazily.
  const files = everything.filter((file) => !file.startsWith('schema/'));

  expect(files.filter((file) => reachableFrom(file).has(file))).toEqual([]);
});

it('keeps the emulator and the client two witnesses: neither reaches the other’s code, over any number of imports', () => {
  const emulator = product.filter((file) => file.startsWith('src/emulator/'));
  const client = product.filter((file) => file.startsWith('src/rpc/'));

  expect(violations(emulator, reachableFrom, /^src\/rpc\/|pop-core/)).toEqual([]);
  expect(violations(client, reachableFrom, /^src\/emulator\//)).toEqual([]);
});

it('lets one file import pop-core', () => {
  const others = product.filter((file) => file !== 'src/rpc/popCore.ts');

  expect(violations(others, importsOf, /pop-core/)).toEqual([]);
});

it('ships nothing that needs the tests', () => {
  expect(violations(product, importsOf, /^test\//)).toEqual([]);
});

it('uses the same four service names in every tree', () => {
  const services = new Set<string>(operations.map((operation) => operation.product.service));
  const folders = new Set(everything.flatMap((file) => dirname(file).split('/').slice(1)));
  const likeAService = [...folders].filter((folder) => /config|resource|governance|^sts/i.test(folder));
  // Facts are filed by product and version, as they were published.
  const ours = likeAService.filter((folder) => !/-\d{4}-\d{2}-\d{2}$/.test(folder));

  expect(ours.filter((folder) => !services.has(folder))).toEqual([]);
  for (const tree of ['src/operations', 'src/emulator']) {
    expect([...services].filter((service) => !existsSync(join(root, tree, service)))).toEqual([]);
  }
});

it('reads the environment only in the files that start a process: gateway, emulator, doctor', () => {
  const allowed = /^src\/(settings\/|main\.ts$|(emulator|doctor)\/main\.ts$|emulator\/settings\.ts$)/;
  const readers = product.filter((file) => textOf(file).includes('process.env'));

  expect(readers.filter((file) => !allowed.test(file))).toEqual([]);
});

it('keeps files short enough to hold one thing', () => {
  const long = everything.filter((file) => textOf(file).split('\n').length > 400);

  expect(long).toEqual([]);
});

it('leaves no notes to itself', () => {
  const note = new RegExp(['TO', 'DO|FIX', 'ME'].join(''));

  expect(everything.filter((file) => note.test(textOf(file)))).toEqual([]);
});

describe('package.json', () => {
  const { scripts, dependencies, devDependencies } = JSON.parse(textOf('package.json')) as Readonly<
    Record<'scripts' | 'dependencies' | 'devDependencies', Readonly<Record<string, string>>>
  >;

  it('names each package in one version', () => {
    const named = Object.entries({ ...dependencies, ...devDependencies });

    expect(named.filter(([, version]) => !/^(\d+\.\d+\.\d+(-[\w.]+)?|file:packaging\/absent)$/.test(version))).toEqual(
      [],
    );
  });

  it('has the typed operations generated before each run of jest', () => {
    const runs = Object.keys(scripts).filter((name) => /\bjest(\.js)?( |$)/.test(scripts[name] ?? ''));

    expect(runs).toEqual(['test', 'test:soak', 'test:watch', 'coverage']);
    expect(runs.filter((name) => scripts[`pre${name}`] !== 'npm run codegen')).toEqual([]);
  });
});
