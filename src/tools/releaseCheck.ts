import { execFileSync } from 'node:child_process';
import { existsSync, lstatSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { problemsOfChangelog } from './release/changelog';
import type { PackedFile } from './release/packContent';
import { problemsOfPack } from './release/packContent';
import type { Lock } from './release/production';
import { maxInstalledSize, maxPackages, problemsOfProduction, productionPackages } from './release/production';

/**
 * `npm run release:check`, after `npm run build`: whether what is here can be released. With `--final`, the changelog must have
 * the version. It asks no registry. The oldest versions that are allowed are in test/versionFloors.test.ts.
 */

const root = join(__dirname, '..', '..');
const textOf = (file: string): string => readFileSync(join(root, file), 'utf8');
const isFinal = process.argv.includes('--final');

interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly scripts: Readonly<Record<string, string>>;
}

interface Sbom {
  readonly components: readonly { readonly name: string; readonly version: string; readonly purl?: string }[];
}

const manifest = JSON.parse(textOf('package.json')) as Manifest;
const installed = productionPackages(JSON.parse(textOf('package-lock.json')) as Lock);

/** Bytes of a folder, without the packages in it: they are counted by themselves. */
const sizeOf = (folder: string): number =>
  readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => name !== 'node_modules')
    .map((entry) => join(folder, entry.name))
    .reduce((sum, path) => sum + (lstatSync(path).isDirectory() ? sizeOf(path) : lstatSync(path).size), 0);

const megabytes = (bytes: number): string => (bytes / 1e6).toFixed(1);

const run = (program: string, ...args: readonly string[]): string =>
  execFileSync(program, args, {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 200_000_000,
    stdio: ['ignore', 'pipe', 'ignore'],
  });

/** What a check found, and what it looked at. */
interface Finding {
  readonly about: string;
  readonly problems: readonly string[];
}

const checkChangelog = (): Finding => ({
  about: `changelog of ${manifest.version}`,
  problems: problemsOfChangelog(textOf('CHANGELOG.md'), manifest.version, isFinal),
});

const checkChart = (): Finding => {
  const { version, appVersion } = parse(textOf('deploy/helm/Chart.yaml')) as Readonly<Record<string, string>>;
  return {
    about: `chart of ${String(appVersion)}`,
    problems:
      version === manifest.version && appVersion === manifest.version
        ? []
        : [`Both versions in deploy/helm/Chart.yaml must be ${manifest.version}, then run npm run chart.`],
  };
};

const checkProduction = (): Finding => {
  const missing = installed.filter(({ place }) => !existsSync(join(root, place)));
  const bytes = installed
    .filter(({ link, place }) => link !== true && existsSync(join(root, place)))
    .reduce((sum, { place }) => sum + sizeOf(join(root, place)), 0);
  return {
    about: `production: ${installed.length} packages (at most ${maxPackages}), ${megabytes(bytes)} MB (at most ${maxInstalledSize})`,
    problems: [
      ...missing.map(({ place }) => `${place} is not installed: run npm ci.`),
      ...problemsOfProduction(installed),
      ...(bytes > maxInstalledSize * 1e6 ? [`Production takes ${megabytes(bytes)} MB.`] : []),
    ],
  };
};

const checkSbom = (): Finding => {
  const [program = '', ...args] = manifest.scripts.sbom?.split(' > ')[0]?.split(' ') ?? [];
  const { components } = JSON.parse(run(program, ...args)) as Sbom;
  const listed = new Set(components.map(({ name, version, purl }) => (purl ? `${name} ${version}` : '')));
  const lacking = installed.filter(
    ({ name, version, link, place }) =>
      link !== true && place.includes('node_modules/') && !listed.has(`${name} ${String(version)}`),
  );
  return {
    about: `SBOM: ${components.length} components`,
    problems: lacking.map(({ name }) => `The SBOM lacks ${name}.`),
  };
};

const checkPack = (): Finding => {
  const [packed] = JSON.parse(run('npm', 'pack', '--dry-run', '--json', '--ignore-scripts')) as readonly [
    { readonly size: number; readonly files: readonly { readonly path: string }[] },
  ];
  const files = packed.files.map(({ path }): PackedFile => ({ path, text: textOf(path) }));
  return {
    about: `package: ${files.length} files, ${megabytes(packed.size)} MB packed`,
    problems: problemsOfPack(files),
  };
};

const findings = [checkChangelog, checkChart, checkProduction, checkSbom, checkPack].map((check) => check());
for (const { about, problems } of findings) {
  process.stdout.write(`${problems.length === 0 ? 'ok  ' : 'FAIL'}  ${about}\n`);
  for (const problem of problems) process.stdout.write(`      ${problem}\n`);
}
if (findings.some(({ problems }) => problems.length > 0)) process.exitCode = 1;
