import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { format, resolveConfig } from 'prettier';
import { boundsOf } from './bounds';
import { compare } from './comparison/compare';
import { scenarios } from './comparison/scenarios';
import { serverKinds } from './comparison/servers';
import { problemsOf, summarize } from './comparison/summary';
import { comparisonTables } from './comparison/table';
import { measureWalks } from './measureWalks';
import type { Throughput } from './throughput';
import { measureThroughput } from './throughput';
import type { Walk } from './walk';

/**
 * `npm run bench`: measures, and prints docs/PERFORMANCE.md; with `--write` it writes that page. Fails if a directory of
 * thousands takes too much more than a small one.
 *
 * With `--scenarios B0,B1` it only compares servers, and prints the tables: see {@link options}.
 */

const { values: options } = parseArgs({
  options: {
    write: { type: 'boolean', default: false },
    /** Which scenarios to compare servers in. */
    scenarios: { type: 'string' },
    /** Which servers: `apollo`, `gateway`, `before`, `mercurius`, `yoga`. */
    servers: { type: 'string', default: 'apollo,gateway' },
    seconds: { type: 'string', default: '3' },
    rounds: { type: 'string', default: '3' },
    /** The folder of another checkout of the gateway, built. */
    before: { type: 'string' },
    /** Where CPU profiles of the gateway are written. */
    profiles: { type: 'string' },
  },
});

const [few, many] = [100, 5000];
const pages = 51;

/** Compares servers, and fails if one of them did something else than the others. */
const compareServers = async (wanted: readonly string[]): Promise<void> => {
  const kinds = serverKinds(options);
  const chosen = scenarios.filter(({ id }) => wanted.includes(id));
  const contests = await compare({
    servers: [...options.servers.split(','), ...(options.before === undefined ? [] : ['before'])].map((name) => {
      const kind = kinds.get(name);
      if (!kind) throw new Error(`There is no server ${name}: ${[...kinds.keys()].join(', ')}.`);
      return kind;
    }),
    scenarios: chosen,
    rounds: Number(options.rounds),
    seconds: Number(options.seconds),
    onProgress: (line) => process.stderr.write(`${line}\n`),
  });
  process.stdout.write(comparisonTables(summarize(contests), chosen));
  const problems = problemsOf(contests);
  for (const problem of problems) process.stderr.write(`FAIL  ${problem}\n`);
  if (problems.length > 0) process.exitCode = 1;
};

const main = async (): Promise<void> => {
  if (options.scenarios !== undefined) {
    await compareServers(options.scenarios.split(','));
    return;
  }
  const throughput = await measureThroughput();
  const walks = await measureWalks([few, many], pages);
  const path = join(__dirname, '../../docs/PERFORMANCE.md');
  const [small, large] = [walks.get(few), walks.get(many)];
  if (!small || !large) throw new Error('A walk is missing.');
  const page = await format(render(throughput, small, large), { ...(await resolveConfig(path)), parser: 'markdown' });
  if (options.write) writeFileSync(path, page);
  else process.stdout.write(page);

  const bounds = boundsOf(small, large);
  for (const { sentence } of bounds) process.stderr.write(`${sentence}\n`);
  if (!bounds.every(({ holds }) => holds)) process.exitCode = 1;
};

const render = (throughput: readonly Throughput[], small: Walk, large: Walk): string => {
  const ratio = (a: number, b: number) => `${(a / b).toFixed(2)}×`;
  const rowOf = (size: number, { accounts, calls, earlyMs, lateMs, heapBytes }: Walk) =>
    `| ${size.toLocaleString('en')} | ${accounts.toLocaleString('en')} | ${calls.toLocaleString('en')} | ${Math.round(earlyMs)} | ${Math.round(lateMs)} | ${ratio(lateMs, earlyMs)} | ${Math.round(heapBytes / 1e6)} MB | ${ratio(heapBytes, small.heapBytes)} |`;
  return `<!-- Written by \`npm run bench -- --write\`. Do not edit. -->

# Performance

Measured with Node ${process.version} on ${cpus().length} cores, over the emulator on loopback. Compare only figures
of one run with each other.

## Throughput

Gateway, emulator and load (20 connections) share one process. Quotas are off. Each figure is the median of three rounds of
five seconds.

| document | requests a second |
| --- | --- |
${throughput.map(({ name, median, low, high }) => `| ${name} | ${Math.round(median).toLocaleString('en')} (${Math.round(low).toLocaleString('en')} to ${Math.round(high).toLocaleString('en')}) |`).join('\n')}

## Walking a directory

A client reads ${pages} pages one after the other, and starts again if there are fewer:

\`\`\`graphql
{
  accounts(first: 100) {
    nodes {
      displayName
      configurationRecorder {
        status
      }
      enrollment {
        status
      }
    }
  }
}
\`\`\`

- Gateway and emulator are separate processes. The gateway has its default settings, quotas and \`CACHE_MEGABYTES\` included.
  The quotas of the emulator are off.
- Every recorder is read in its own account, through a session of a role there.
- “Early” is the median of the ten pages after the first. “Late” is the median of the ten pages before the last.
- “Heap” is the largest heap after a garbage collection, at any page.
- The command \`npm run bench\` fails if the heap of ${many.toLocaleString('en')} members is more than 1.3 times that of ${few}. It also fails if a late
  page of ${many.toLocaleString('en')} takes more than twice as long as an early one.

| members | accounts read | upstream calls | early, ms a page | late, ms a page | late to early | heap | heap to that of ${few} |
| --- | --- | --- | --- | --- | --- | --- | --- |
${rowOf(few, small)}
${rowOf(many, large)}

A page that was read within the last ten seconds comes from the cache, so ${pages} pages of ${few} members cost little. If every page
has other members, it takes as long as a hundred sessions do under the quota of STS, which is 80 a second. Upstream calls do not
include sessions (AssumeRole).
`;
};

void main();
