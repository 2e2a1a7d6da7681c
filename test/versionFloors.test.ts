import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The first version of each package without a known vulnerability that concerns the gateway. */
const floors: Readonly<Record<string, string>> = {
  '@apollo/server': '5.5.1',
  '@apollo/composition': '2.13.2',
  debug: '4.4.3',
  graphql: '16.15.0',
  'graphql-query-complexity': '1.1.0',
  qs: '6.15.0',
  undici: '7.30.2',
};

/** Older versions without these vulnerabilities: only 4.x of debug was ever tampered with. */
const exceptions: ReadonlySet<string> = new Set(['debug 3.2.7']);

interface Lock {
  readonly packages: Readonly<Record<string, { readonly version?: string; readonly dev?: boolean }>>;
}

const { packages } = JSON.parse(readFileSync(join(__dirname, '..', 'package-lock.json'), 'utf8')) as Lock;

/** Every version of a package that the gateway runs with, however deep; of one for development, those. */
const versionsOf = (name: string): readonly string[] => {
  const all = Object.entries(packages).filter(([path]) => path.endsWith(`node_modules/${name}`));
  const running = all.filter(([, { dev }]) => dev !== true);
  return (running.length > 0 ? running : all).map(([, { version = '' }]) => version);
};

const numbersOf = (version: string): readonly number[] => version.split(/[.-]/).slice(0, 3).map(Number);

const isBelow = (version: string, floor: string): boolean => {
  const [one, other] = [numbersOf(version), numbersOf(floor)];
  const place = one.findIndex((number, index) => number !== other[index]);
  return place >= 0 && (one[place] ?? 0) < (other[place] ?? 0);
};

it.each(Object.entries(floors))('%s is installed from %s only', (name, floor) => {
  const below = versionsOf(name).filter((version) => isBelow(version, floor));

  expect(below.filter((version) => !exceptions.has(`${name} ${version}`))).toEqual([]);
});

it('graphql is not a version that Apollo Server does not support', () => {
  expect(versionsOf('graphql').filter((version) => !version.startsWith('16.'))).toEqual([]);
});

it.each([
  ['5.5.0', '5.5.1', true],
  ['5.5.1', '5.5.1', false],
  ['5.10.0', '5.5.1', false],
  ['2.0.0-rc.4', '2.0.1', true],
])('%s is below %s: %s', (version, floor, expected) => {
  expect(isBelow(version, floor)).toBe(expected);
});
