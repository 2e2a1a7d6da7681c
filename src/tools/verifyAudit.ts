import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { verifyAudit } from '../observability/verifyAudit';
import { fail } from '../process/fail';

/** `npm run audit:verify -- <file>…`: verifies the chain of an audit log, and names the first line that breaks it. */

const usage = `Usage: npm run -s audit:verify -- [--among-others] [--older-gone] <file>…
Name all files of the log, in the order in which they were written.
--among-others  The lines are among other lines: the files have what processes printed to stdout.
--older-gone    Older files are gone. What the first line of a chain names as the one before it cannot be verified.`;

const main = (): void => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      'among-others': { type: 'boolean', default: false },
      'older-gone': { type: 'boolean', default: false },
    },
  });
  if (positionals.length === 0) {
    fail([usage]);
    return;
  }
  const result = verifyAudit(
    positionals.map((name) => ({ name, bytes: readFileSync(name) })),
    { areAmongOthers: values['among-others'], areOlderGone: values['older-gone'] },
  );
  if ('what' in result) {
    fail([`${result.file}:${result.line} ${result.what}.`]);
    return;
  }
  const { lines, chains, last, endsHalf } = result;
  process.stdout.write(
    [
      `${lines} lines of ${chains} processes: the chain is complete.`,
      ...(last === undefined ? [] : [`The last hash is ${last}. Lines removed after it are not found.`]),
      ...(endsHalf ? ['The last line is half of one: the process ended while it was written.'] : []),
      '',
    ].join('\n'),
  );
};

try {
  main();
} catch (error) {
  fail([error instanceof Error ? error.message : String(error), usage]);
}
