import { stopOnSignals } from '../comparison/processes';
import { growthSection } from '../page/growth';
import { recordResults } from '../page/results';
import { writePage } from '../page/writePage';
import { exponentIn, holds } from './GrowthTable';
import { accounts, callers, documents, pageSize, timeline } from './measure';

/**
 * `npm run bench:growth`: measures how the work of the built gateway grows, in about ten minutes, and prints the tables. With
 * `--write`, docs/PERFORMANCE.md gets them. Names (`accounts timeline pageSize callers documents`) choose some of them. Fails if
 * something grows faster than it may.
 */

const measurements = { accounts, timeline, pageSize, callers, documents };

const main = async (): Promise<void> => {
  const names = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
  const chosen = Object.entries(measurements).filter(([name]) => names.length === 0 || names.includes(name));
  const tables = [];
  for (const [name, measure] of chosen) {
    process.stderr.write(`${name} …\n`);
    const growth = await measure();
    tables.push(growth);
    const verdict = holds(growth) ? 'ok  ' : 'FAIL';
    process.stderr.write(
      `${verdict}  ${growth.title}: exponent ${exponentIn(growth).toFixed(2)}, at most ${growth.mostExponent} is expected\n`,
    );
    if (!holds(growth)) process.exitCode = 1;
  }
  process.stdout.write(growthSection({ tables }));
  if (process.argv.includes('--write')) await writePage(recordResults('growth', { tables }));
};

stopOnSignals();
void main();
