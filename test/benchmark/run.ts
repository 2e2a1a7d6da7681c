import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { boundsOf } from './bounds';
import { measureWalks } from './measureWalks';
import type { Throughput } from './throughput';
import { measureThroughput } from './throughput';
import type { Walk } from './walk';

/**
 * `npm run bench`: measures, and prints docs/PERFORMANCE.md; with `--write` it writes that page. Fails if a directory of
 * thousands takes too much more than a small one.
 */

const [few, many] = [100, 5000];
const pages = 51;

const main = async (): Promise<void> => {
  const throughput = await measureThroughput();
  const walks = await measureWalks([few, many], pages);
  const path = join(__dirname, '../../docs/PERFORMANCE.md');
  const [small, large] = [walks.get(few), walks.get(many)];
  if (!small || !large) throw new Error('A walk is missing.');
  const page = await format(render(throughput, small, large), { ...(await resolveConfig(path)), parser: 'markdown' });
  if (process.argv.includes('--write')) writeFileSync(path, page);
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
