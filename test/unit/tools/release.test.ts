import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { problemsOfChangelog } from '../../../src/tools/release/changelog';
import { problemsOfPack } from '../../../src/tools/release/packContent';
import type { Lock } from '../../../src/tools/release/production';
import { maxPackages, problemsOfProduction, productionPackages } from '../../../src/tools/release/production';

const root = join(__dirname, '../../..');

describe('the packages of production', () => {
  const installed = productionPackages(JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as Lock);

  it('are few, free to pass on, and run nothing when they are installed', () => {
    expect(installed.length).toBeGreaterThan(100);
    expect(problemsOfProduction(installed)).toEqual([]);
  });

  it('need none of body-parser, cors, finalhandler and sha.js, for which a folder stands', () => {
    const links = installed.filter(({ link }) => link).map(({ name }) => name);

    expect(links).toEqual(['body-parser', 'cors', 'finalhandler', 'sha.js']);
    for (const name of links) {
      expect(() => jest.requireActual<object>(name)).toThrow('Expected nothing to load this package');
    }
  });

  it('are those that development alone does not need', () => {
    const packages = {
      '': {},
      'node_modules/one': { license: 'MIT' },
      'node_modules/one/node_modules/two': { license: 'ISC' },
      'node_modules/jest': { dev: true },
      'node_modules/maybe': { devOptional: true },
    };

    expect(productionPackages({ packages }).map(({ name }) => name)).toEqual(['one', 'two']);
  });

  it.each([
    ['a loader of TypeScript', { name: 'tsx', license: 'MIT' }, 'tsx is for development only.'],
    ['another licence', { name: 'a', license: 'AGPL-3.0' }, 'a has the licence AGPL-3.0, which is not on the list.'],
    ['no licence', { name: 'a' }, 'a has the licence (none), which is not on the list.'],
    [
      'an install script',
      { name: 'a', license: 'MIT', hasInstallScript: true },
      'a has a script that npm runs when it installs it.',
    ],
  ])('may not have %s', (_, one, problem) => {
    expect(problemsOfProduction([{ place: `node_modules/${one.name}`, ...one }])).toEqual([problem]);
  });

  it('may not be more than the limit', () => {
    const one = { name: 'a', place: 'node_modules/a', license: 'MIT' };

    expect(problemsOfProduction(Array.from({ length: maxPackages + 1 }, () => one))).toEqual([
      `Production installs ${maxPackages + 1} packages, but at most ${maxPackages} are allowed.`,
    ]);
  });
});

describe('the changelog of 1.2.0', () => {
  it.each([
    ['has it', '# Changelog\n\n## 1.2.0 (2026-11-30)\n\n- One.\n', true, []],
    ['has nothing new besides', '# Changelog\n\n## Unreleased\n\n## 1.2.0\n\n- One.\n', true, []],
    ['collects it', '# Changelog\n\n## Unreleased\n\n- One.\n', false, []],
    ['only collects it', '# Changelog\n\n## Unreleased\n\n- One.\n', true, ['CHANGELOG.md has no section "## 1.2.0".']],
    [
      'has another',
      '# Changelog\n\n## 1.2.01\n\n- One.\n',
      false,
      ['CHANGELOG.md has no section "## 1.2.0" or "## Unreleased".'],
    ],
    ['has headings alone', '# Changelog\n\n## 1.2.0\n\n### Added\n', true, ['CHANGELOG.md says nothing about 1.2.0.']],
    [
      'has later changes',
      '# Changelog\n\n## Unreleased\n\n- Two.\n\n## 1.2.0\n\n- One.\n',
      true,
      ['CHANGELOG.md has changes under "## Unreleased". Which version has them?'],
    ],
  ])('%s', (_, changelog, isFinal, problems) => {
    expect(problemsOfChangelog(changelog, '1.2.0', isFinal)).toEqual(problems);
  });
});

describe('the package', () => {
  const problemsOf = (path: string, text = '') =>
    problemsOfPack([{ path, text }]).filter((problem) => !problem.startsWith('The package lacks'));

  it('has what is promised', () => {
    expect(problemsOfPack([])).toEqual(expect.arrayContaining(['The package lacks dist/gateway.js.']));
  });

  it.each(['dist/gateway.js', 'dist/schema/access.js', 'docs/adr/0001-a.md', 'deploy/helm/templates/_helpers.tpl'])(
    'may have %s',
    (path) => {
      expect(problemsOf(path)).toEqual([]);
    },
  );

  it.each([
    'test/sbom.test.ts',
    '.env',
    'dist/test/a.js',
    'dist/src/main.js.map',
    'docs/examples/urql/package.json',
    'audit.log',
  ])('may not have %s', (path) => {
    expect(problemsOf(path)).toEqual([`The package has ${path}, which nobody promised.`]);
  });

  it.each([
    ['a private key', `-----BEGIN PRIVATE KEY-----\n${'A'.repeat(64)}`],
    ['an access key of Alibaba Cloud', ['LTAI', '5tAbCdEfGhIjKlMnOpQr'].join('')],
    ['a token of npm or GitHub', `npm_${'a'.repeat(36)}`],
    ['a path of a home folder', ['', 'home', 'someone', 'work'].join('/')],
  ])('may not have %s', (what, text) => {
    expect(problemsOf('dist/gateway.js', text)).toEqual([`dist/gateway.js has what looks like ${what}.`]);
  });
});
