import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What `npm ci --omit=dev` installs, as the lock file names it. */

interface Locked {
  readonly version?: string;
  readonly license?: string;
  readonly hasInstallScript?: boolean;
  readonly dev?: boolean;
  readonly devOptional?: boolean;
  /** A folder of this repository. */
  readonly link?: boolean;
}

const root = join(__dirname, '..');
const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
  readonly packages: Readonly<Record<string, Locked>>;
};
const installed = Object.entries(packages)
  .filter(([place, { dev, devOptional }]) => place !== '' && dev !== true && devOptional !== true)
  .map(([place, locked]) => ({ name: place.split('node_modules/').at(-1) ?? '', ...locked }));

const freeLicences = new Set([
  '0BSD',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'BlueOak-1.0.0',
  'ISC',
  'MIT',
  'Unlicense',
]);

/** Its script only checks how its version is named, and `allowScripts` of package.json keeps it from running. */
const knownScripts = ['@apollo/protobufjs'];

it('production installs at most 200 packages, without a loader of TypeScript', () => {
  const names = installed.map(({ name }) => name);

  expect(names.length).toBeLessThanOrEqual(200);
  expect(names.filter((name) => /^(tsx|esbuild|@esbuild\/.*|typescript|ts-node|@swc\/.*)$/.test(name))).toEqual([]);
});

it('every package of production has a licence that lets anyone use and pass on the gateway', () => {
  const others = installed.filter(({ link, license = 'none' }) => link !== true && !freeLicences.has(license));

  expect(others.map(({ name, license }) => `${name}: ${license ?? 'none'}`)).toEqual([]);
});

it('no package of production brings a new install script', () => {
  const scripts = installed.filter(({ hasInstallScript }) => hasInstallScript).map(({ name }) => name);

  expect(scripts).toEqual(knownScripts);
});

it('no package that stands for others is reached: nothing that the gateway loads needs body-parser, cors, finalhandler or sha.js', () => {
  const links = installed.filter(({ link }) => link).map(({ name }) => name);

  expect(links).toEqual(['body-parser', 'cors', 'finalhandler', 'sha.js']);
  for (const name of links)
    expect(() => jest.requireActual<object>(name)).toThrow('Expected nothing to load this package');
});
