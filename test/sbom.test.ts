import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(__dirname, '..');

interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly scripts: Readonly<Record<string, string>>;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
}

interface Sbom {
  readonly bomFormat: string;
  readonly metadata: { readonly component: { readonly purl: string } };
  readonly components: readonly {
    readonly name: string;
    readonly version: string;
    readonly properties?: readonly { readonly name: string; readonly value: string }[];
  }[];
}

const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Manifest;

const isMarked = (properties: Sbom['components'][number]['properties'] = []): boolean =>
  properties.some(({ name, value }) => name === 'cdx:npm:package:development' && value === 'true');

/** What `npm run sbom` writes to its file. */
const printSbom = (): Sbom => {
  const [command = ''] = manifest.scripts.sbom?.split(' > ') ?? [];
  const [program = '', ...args] = command.split(' ');
  return JSON.parse(execFileSync(program, args, { cwd: root, encoding: 'utf8', maxBuffer: 100_000_000 })) as Sbom;
};

it('npm run sbom lists in CycloneDX what a deployment runs, and marks what only development needs', () => {
  const { bomFormat, metadata, components } = printSbom();
  const marks = new Map(
    components.map(({ name, version, properties }) => [`${name} ${version}`, isMarked(properties)]),
  );
  // Its name is that of the folder: npm decides that.
  expect([bomFormat, metadata.component.purl]).toEqual(['CycloneDX', `pkg:npm/${manifest.name}@${manifest.version}`]);
  const needed = Object.entries(manifest.dependencies).map(([name, version]) => `${name} ${version}`);
  const tools = ['autocannon', 'eslint', 'jest'].map((name) => `${name} ${manifest.devDependencies[name]}`);
  expect(needed.filter((one) => marks.get(one) !== false)).toEqual([]);
  expect(tools.map((one) => marks.get(one))).toEqual([true, true, true]);
});
