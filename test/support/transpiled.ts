import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import type { Options } from '@swc/core';
import { transformSync, version } from '@swc/core';

/** The folder of this project. */
export const root = join(__dirname, '..', '..');

/** Modules that processes of tests consist of. */
const folders = [
  'resolvers',
  'schema',
  'src',
  'test/benchmark/comparison',
  'test/emulator/population',
  'test/rpc/nonces',
];

const madeIn = join(root, 'node_modules', '.cache', 'transpiled');

const isMade = (name: string): boolean => /^[0-9a-f]{64}$/.test(name);

const readSources = (): Map<string, string> => {
  const names = folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)),
  );
  return new Map(
    names
      .filter((name) => name.endsWith('.ts'))
      .sort()
      .map((name) => [name, readFileSync(join(root, name), 'utf8')]),
  );
};

const make = (sources: ReadonlyMap<string, string>, options: Options, folder: string): void => {
  mkdirSync(madeIn, { recursive: true });
  const growing = mkdtempSync(join(madeIn, 'growing-'));
  for (const [filename, source] of sources) {
    const file = join(growing, filename.replace(/\.ts$/, '.js'));
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, transformSync(source, { ...options, swcrc: false, sourceMaps: false, filename }).code);
  }
  for (const name of readdirSync(madeIn).filter(isMade)) rmSync(join(madeIn, name), { recursive: true, force: true });
  try {
    renameSync(growing, folder);
  } catch (error) {
    // Another worker was faster.
    if (!existsSync(folder)) throw error;
    rmSync(growing, { recursive: true });
  }
};

/**
 * A script of ours as JavaScript: Node starts it in half the time that tsx takes, which transpiles all of our modules anew
 * for each process. They are transpiled once for each state of the sources.
 */
export const transpiled = (script: string): string => {
  const sources = readSources();
  const swcrc = readFileSync(join(root, '.swcrc'), 'utf8');
  const state = createHash('sha256')
    .update(JSON.stringify([version, swcrc, ...sources]))
    .digest('hex');
  const folder = join(madeIn, state);
  if (!existsSync(folder)) make(sources, JSON.parse(swcrc) as Options, folder);
  return join(folder, script.replace(/\.ts$/, '.js'));
};
