import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { root } from './processes';

/**
 * Prints what took the CPU time of profiles that `npm run bench -- --scenarios B1 --profiles <folder>` has written:
 * `node --import tsx test/benchmark/comparison/profile.ts <folder>`. Shares are of the time in which the process did something other than loading modules.
 * The first table has the time in a function itself. The second has the time in a file with all that it called.
 */

interface Node {
  readonly id: number;
  readonly callFrame: { readonly functionName: string; readonly url: string; readonly lineNumber: number };
  readonly children?: readonly number[];
}

interface Profile {
  readonly nodes: readonly Node[];
  readonly samples: readonly number[];
  readonly timeDeltas: readonly number[];
}

const idle: ReadonlySet<string> = new Set(['(idle)', '(program)', '(root)']);
const moduleLoader = 'node:internal/modules/cjs/loader';
const shown = 45;

const placeOf = (url: string): string => {
  const path = url.startsWith('file:') ? fileURLToPath(url) : url;
  return path.startsWith('/') ? relative(root, path).replace(/^.*node_modules\//, '') : path;
};

const add = (sums: Map<string, number>, name: string, amount: number): void => {
  sums.set(name, (sums.get(name) ?? 0) + amount);
};

const printTable = (title: string, sums: ReadonlyMap<string, number>, total: number): void => {
  process.stdout.write(`\n${title}\n`);
  const sorted = [...sums].sort(([, one], [, other]) => other - one).slice(0, shown);
  for (const [name, micros] of sorted) {
    process.stdout.write(`${((micros / total) * 100).toFixed(1).padStart(6)} %  ${name}\n`);
  }
};

const [, , folder = '.'] = process.argv;
for (const file of readdirSync(folder).filter((name) => name.endsWith('.cpuprofile'))) {
  const { nodes, samples, timeDeltas } = JSON.parse(readFileSync(join(folder, file), 'utf8')) as Profile;
  const nodeOf = new Map(nodes.map((node) => [node.id, node]));
  const parentOf = new Map(nodes.flatMap(({ id, children = [] }) => children.map((child) => [child, id] as const)));
  const own = new Map<string, number>();
  const inFile = new Map<string, number>();
  let total = 0;
  for (const [index, sample] of samples.entries()) {
    const micros = timeDeltas[index] ?? 0;
    const frame = nodeOf.get(sample)?.callFrame;
    if (!frame || idle.has(frame.functionName)) continue;
    const files = new Set<string>();
    for (let id: number | undefined = sample; id !== undefined; id = parentOf.get(id)) {
      const { url = '' } = nodeOf.get(id)?.callFrame ?? {};
      if (url !== '') files.add(placeOf(url));
    }
    if (files.has(moduleLoader)) continue;
    total += micros;
    add(own, `${frame.functionName || '(anonymous)'}  ${placeOf(frame.url)}:${frame.lineNumber + 1}`, micros);
    for (const name of files) add(inFile, name, micros);
  }
  process.stdout.write(`${file}: busy for ${(total / 1e6).toFixed(1)} s\n`);
  printTable('in a function itself', own, total);
  printTable('in a file with all that it called', inFile, total);
}
