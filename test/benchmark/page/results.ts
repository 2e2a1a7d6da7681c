import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import type { Spread } from '../comparison/spread';
import type { Summary } from '../comparison/summary';
import type { GrowthTable } from '../growth/GrowthTable';
import type { Walk } from '../walk';

/** Where and when something was measured. */
export interface Circumstances {
  readonly date: string;
  readonly commit: string;
  readonly node: string;
  readonly cpu: string;
  readonly cores: number;
}

/** What servers did on the same work. */
export interface Comparison {
  readonly seconds: number;
  readonly rounds: number;
  readonly summaries: readonly Summary[];
}

/** What walks through a small directory and a large one took. */
export interface Walks {
  readonly pages: number;
  readonly few: Walk;
  readonly many: Walk;
}

/** What guards cost. */
export interface Guards {
  /** Gateways with one guard: the CPU time of a request, to that of a gateway without any in the same round. */
  readonly compared: readonly { readonly name: string; readonly ratio: Spread }[];
  /** Guards that have no switch: microseconds a request in the best of their rounds. */
  readonly alone: readonly { readonly name: string; readonly micros: number }[];
}

/** How work grows. */
export interface Growth {
  readonly tables: readonly GrowthTable[];
}

/** What was measured, by the part of the page that shows it. Each part is measured by a command of its own. */
export interface Results {
  readonly comparison?: Circumstances & Comparison;
  readonly walks?: Circumstances & Walks;
  readonly growth?: Circumstances & Growth;
  readonly guards?: Circumstances & Guards;
}

const path = join(__dirname, '../results.json');

export const readResults = (): Results => JSON.parse(readFileSync(path, 'utf8')) as Results;

/** Replaces one part of the results. */
export const recordResults = <Part extends keyof Results>(
  part: Part,
  figures: Omit<NonNullable<Results[Part]>, keyof Circumstances>,
): Results => {
  const results = { ...readResults(), [part]: { ...circumstances(), ...figures } };
  writeFileSync(path, `${JSON.stringify(results, undefined, 2)}\n`);
  return results;
};

const circumstances = (): Circumstances => ({
  date: new Date().toISOString().slice(0, 10),
  commit: execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim(),
  node: process.version,
  cpu: cpus()[0]?.model.trim() ?? 'unknown',
  cores: cpus().length,
});
