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
 * `npm run bench`: measures, and prints docs/PERFORMANCE.md; with `--write` it writes that page. Fails where a directory of
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

Measured with Node ${process.version} on ${cpus().length} cores, over the emulator on loopback. A figure of one machine means little by
itself: compare the figures of one run with each other.

## Throughput

Gateway, emulator and load (20 connections) share one process and its machine, quotas off: the median of three rounds of
five seconds.

| document | requests a second |
| --- | --- |
${throughput.map(({ name, median, low, high }) => `| ${name} | ${Math.round(median).toLocaleString('en')} (${Math.round(low).toLocaleString('en')} to ${Math.round(high).toLocaleString('en')}) |`).join('\n')}

## Walking a directory

\`accounts(first: 100) { nodes { displayName configurationRecorder { status } enrollment { status } } }\`, ${pages} pages one after
the other, from the start again where there are fewer; gateway and emulator in processes of their own. The gateway has its
default settings, the quotas that it keeps and \`CACHE_MEGABYTES\` included; those of the emulator are off. Every recorder is
read in its own account, by a session of a role there. Early and late are the medians of the first ten pages
after the first, and of the last ten before the last. The heap is what is left after a garbage collection, the most of it at any page.
\`npm run bench\` fails where that of ${many.toLocaleString('en')} is more than 1.3 times that of ${few}, or a late page of ${many.toLocaleString('en')} takes more than twice an
early one's time.

| members | accounts read | upstream calls | early, ms a page | late, ms a page | late to early | heap | heap to that of ${few} |
| --- | --- | --- | --- | --- | --- | --- | --- |
${rowOf(few, small)}
${rowOf(many, large)}

A page of ${few} that was read within ten seconds is answered from memory: that is why ${pages} of them cost so little. Where every
page is of other members, it takes as long as a hundred sessions do under the quota of STS: 80 a second. Sessions
(AssumeRole) are not counted among the calls.
`;
};

void main();
