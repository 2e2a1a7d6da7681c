import { parseArgs } from 'node:util';
import { boundsOf } from './bounds';
import { compare } from './comparison/compare';
import { stopOnSignals } from './comparison/processes';
import type { Scenario } from './comparison/scenarios';
import { scenarios } from './comparison/scenarios';
import type { ServerKind } from './comparison/servers';
import { serverKinds } from './comparison/servers';
import { problemsOf, summarize } from './comparison/summary';
import { comparisonTables } from './comparison/table';
import { measureWalks } from './measureWalks';
import { recordResults } from './page/results';
import { walksSection } from './page/walks';
import { writePage } from './page/writePage';
import { regressionsOf } from './regressions';

/**
 * `npm run bench` compares the built gateway with a plain Apollo Server, and walks directories. `npm run bench:peers` compares it
 * with other servers, too. Both print tables. With `--write`, docs/PERFORMANCE.md gets the walks of the one, and the comparison of
 * the other.
 *
 * It fails if an answer is wrong, if the gateway takes more than it did when the page was written, or if a directory of thousands
 * takes too much more than a small one.
 */

const { values: options } = parseArgs({
  options: {
    /** Records the figures, and writes the page. */
    write: { type: 'boolean', default: false },
    /** The scenarios to compare servers in. If any are named, no directory is walked. */
    scenarios: { type: 'string' },
    /** `apollo`, `gateway`, `mercurius`, `yoga`. */
    servers: { type: 'string', default: 'apollo,gateway' },
    /** Compares with everything that is installed in test/benchmark/peers. */
    peers: { type: 'boolean', default: false },
    seconds: { type: 'string', default: '2' },
    rounds: { type: 'string', default: '3' },
    /** The folder of another checkout of the gateway, built. */
    before: { type: 'string' },
    /** The folder for CPU profiles of the gateway. */
    profiles: { type: 'string' },
  },
});

const [few, many] = [100, 5000];
const pages = 51;

const serversOf = (): readonly ServerKind[] => {
  const kinds = serverKinds(options);
  const names = options.peers ? [...kinds.keys()] : options.servers.split(',');
  return [...new Set([...names, ...(options.before === undefined ? [] : ['before'])])].map((name) => {
    const kind = kinds.get(name);
    if (!kind) throw new Error(`There is no server ${name}: ${[...kinds.keys()].join(', ')}.`);
    return kind;
  });
};

const scenariosOf = (): readonly Scenario[] => {
  const wanted = options.scenarios?.split(',');
  return wanted ? scenarios.filter(({ id }) => wanted.includes(id)) : scenarios;
};

const fail = (problem: string): void => {
  process.stderr.write(`FAIL  ${problem}\n`);
  process.exitCode = 1;
};

/** Compares servers. A run with wrong answers is not recorded. */
const compareServers = async (): Promise<void> => {
  const [seconds, rounds] = [Number(options.seconds), Number(options.rounds)];
  const chosen = scenariosOf();
  const contests = await compare({
    servers: serversOf(),
    scenarios: chosen,
    rounds,
    seconds,
    onProgress: (line) => process.stderr.write(`${line}\n`),
  });
  const summaries = summarize(contests);
  process.stdout.write(comparisonTables(summaries, chosen));
  const problems = problemsOf(contests);
  problems.forEach(fail);
  regressionsOf(summaries).forEach(fail);
  if (options.write && options.peers && problems.length === 0) {
    await writePage(recordResults('comparison', { seconds, rounds, summaries }));
  }
};

const walkDirectories = async (): Promise<void> => {
  const walks = await measureWalks([few, many], pages);
  const [small, large] = [walks.get(few), walks.get(many)];
  if (!small || !large) throw new Error('A walk is missing.');
  process.stdout.write(walksSection({ pages, few: small, many: large }));
  if (options.write) await writePage(recordResults('walks', { pages, few: small, many: large }));
  const bounds = boundsOf(small, large);
  for (const { sentence } of bounds) process.stderr.write(`${sentence}\n`);
  if (!bounds.every(({ holds }) => holds)) process.exitCode = 1;
};

const main = async (): Promise<void> => {
  await compareServers();
  if (options.scenarios === undefined && !options.peers) await walkDirectories();
};

stopOnSignals();
void main();
