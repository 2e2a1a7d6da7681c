import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

/**
 * The first version of each package without a known vulnerability that concerns us, one for each major version that has a
 * fix. A later major version has the fix, too.
 */
const floors: Readonly<Record<string, readonly string[]>> = {
  '@apollo/composition': ['2.13.2'],
  '@apollo/gateway': ['2.13.2'],
  '@apollo/server': ['5.5.1'],
  '@escape.tech/graphql-armor-max-depth': ['2.4.2'],
  'body-parser': ['1.20.3'],
  'class-validator': ['0.15.1'],
  debug: ['4.4.3'],
  graphql: ['16.15.0'],
  'graphql-query-complexity': ['1.1.0'],
  qs: ['6.14.2'],
  'type-graphql': ['2.0.0-rc.4'],
  undici: ['7.30.2', '8.12.4'],
  ws: ['8.23.0'],
};

/** Older versions that do no harm. */
const exceptions: Readonly<Record<string, string>> = {
  'debug 3.2.7': 'only 4.x was ever tampered with',
  'graphql 15.3.0': 'the Relay compiler of an example parses documents of that example with it, and serves nothing',
};

/** Packages that no process of ours may need. */
const unwanted = ['class-validator', 'subscriptions-transport-ws'];

interface Lock {
  readonly packages: Readonly<Record<string, { readonly version?: string }>>;
}

const root = join(__dirname, '..');

const findLocks = (folder: string): readonly string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return entry.name === 'node_modules' ? [] : findLocks(path);
    return entry.name === 'package-lock.json' ? [path] : [];
  });

/** Every installed package, as `name version`, by the folder of its lock file. */
const installed = new Map(
  [join(root, 'package-lock.json'), ...['test', 'docs'].flatMap((name) => findLocks(join(root, name)))].map((path) => {
    const { packages } = JSON.parse(readFileSync(path, 'utf8')) as Lock;
    const all = Object.entries(packages).map(([place, { version = '' }]) => ({
      name: place.split('node_modules/').at(-1) ?? '',
      version,
    }));
    return [relative(root, path), all] as const;
  }),
);

/** A release counts as later than its release candidates. */
const numbersOf = (version: string): readonly number[] =>
  version
    .split(/[.-]/)
    .filter((part) => /^\d+$/.test(part))
    .map(Number);

const isBelow = (version: string, floor: string): boolean => {
  const [one, other] = [numbersOf(version), numbersOf(floor)];
  const place = other.findIndex((number, index) => number !== one[index]);
  return place >= 0 && (one[place] ?? Infinity) < (other[place] ?? Infinity);
};

const majorOf = (version: string): number => numbersOf(version)[0] ?? 0;

/** Whether a version lacks a fix that its major version has, or is older than every fix. */
const lacksFix = (version: string, fixes: readonly string[]): boolean =>
  isBelow(version, fixes.find((fix) => majorOf(fix) >= majorOf(version)) ?? '0.0.0');

it('looks into the lock files of the gateway, its tests and its examples', () => {
  expect([...installed.keys()]).toEqual(
    expect.arrayContaining([
      'package-lock.json',
      'test/peers/package-lock.json',
      'test/emulator/sdk/package-lock.json',
      'docs/examples/supergraph/package-lock.json',
    ]),
  );
});

it.each([...installed])('%s has no version with a known vulnerability', (_, packages) => {
  const below = packages
    .filter(({ name, version }) => lacksFix(version, floors[name] ?? []))
    .map(({ name, version }) => `${name} ${version}`);

  expect(below.filter((one) => !(one in exceptions))).toEqual([]);
});

it('graphql is not a version that Apollo Server does not support', () => {
  const versions = installed.get('package-lock.json')?.filter(({ name }) => name === 'graphql') ?? [];

  expect(versions.map(({ version }) => majorOf(version))).toEqual([16]);
});

it('names only exceptions that are installed', () => {
  const all = new Set([...installed.values()].flat().map(({ name, version }) => `${name} ${version}`));

  expect(Object.keys(exceptions).filter((one) => !all.has(one))).toEqual([]);
});

it('needs no package that it does without', () => {
  expect(installed.get('package-lock.json')?.filter(({ name }) => unwanted.includes(name))).toEqual([]);
});

it.each([
  ['5.5.0', ['5.5.1'], true],
  ['5.5.1', ['5.5.1'], false],
  ['5.10.0', ['5.5.1'], false],
  ['4.13.0', ['5.5.1'], true],
  ['2.0.0-rc.3', ['2.0.0-rc.4'], true],
  ['2.0.0-rc.4', ['2.0.0-rc.4'], false],
  ['2.0.0', ['2.0.0-rc.4'], false],
  ['8.0.0', ['7.30.2', '8.12.4'], true],
  ['6.21.0', ['7.30.2', '8.12.4'], true],
  ['7.31.0', ['7.30.2', '8.12.4'], false],
  ['9.0.0', ['7.30.2', '8.12.4'], false],
])('%s lacks the fix of %j: %s', (version, fixes, expected) => {
  expect(lacksFix(version, fixes)).toBe(expected);
});
