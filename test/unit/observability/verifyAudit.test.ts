import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { createAuditLog } from '../../../src/observability/AuditLog';
import { verifyAudit } from '../../../src/observability/verifyAudit';
import { runs } from '../../support/soak';
import { startProcess } from '../../support/startProcess';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'audit-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

/** Each process writes so many lines to the file. */
const writeLog = async (name: string, ...processes: readonly number[]): Promise<Buffer> => {
  const path = join(folder, name);
  for (const count of processes) {
    const log = createAuditLog(path);
    for (let number = 0; number < count; number += 1) await log.write({ phase: 'intent', number, caller: 'Zoë 张' });
  }
  return readFileSync(path);
};

const verify = (...all: readonly Buffer[]) => verifyAudit(all.map((bytes, index) => ({ name: `${index}.log`, bytes })));

const linesOf = (bytes: Buffer): readonly Buffer[] => {
  const lines: Buffer[] = [];
  for (let start = 0, end; start < bytes.length; start = end) {
    end = bytes.indexOf(0x0a, start) + 1;
    lines.push(bytes.subarray(start, end));
  }
  return lines;
};

const complete = (lines: number, chains: number) => ({
  lines,
  chains,
  last: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
  endsHalf: false,
});

describe('the chain of an audit log', () => {
  it('goes on with the next process that writes to the file', async () => {
    const bytes = await writeLog('audit.log', 3, 1, 2);

    expect(verify(bytes)).toEqual(complete(6, 3));
    expect(verify(Buffer.alloc(0))).toEqual({ lines: 0, chains: 0, last: undefined, endsHalf: false });
  });

  it('has each byte: one that is changed is found in its line', async () => {
    const bytes = await writeLog('audit.log', 3, 2);
    const lines = linesOf(bytes);

    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), (at, change) => {
        const changed = Buffer.from(bytes);
        changed[at] = (changed[at] ?? 0) ^ change;
        let [line, end] = [0, 0];
        while (end <= at) {
          end += lines[line]?.length ?? 0;
          line += 1;
        }

        expect(verify(changed)).toMatchObject({ file: '0.log', line: expect.any(Number) as number });
        expect([line, line + 1]).toContain((verify(changed) as { line: number }).line);
      }),
      runs(2000),
    );
  });

  it.each([0, 1, 2, 3])('misses line %d of five if it is removed', async (removed) => {
    const lines = linesOf(await writeLog('audit.log', 3, 2));

    const rest = Buffer.concat(lines.filter((_, index) => index !== removed));

    expect(verify(rest)).toEqual({
      file: '0.log',
      line: removed + 1,
      what: 'does not follow the line before it: at least one line was removed, added or moved',
    });
  });

  it('does not show that its last line was removed, but its last hash does', async () => {
    const bytes = await writeLog('audit.log', 3);
    const rest = Buffer.concat(linesOf(bytes).slice(0, -1));

    expect(verify(rest)).toEqual(complete(2, 1));
    expect((verify(rest) as { last: string }).last).not.toBe((verify(bytes) as { last: string }).last);
  });

  it.each([
    ['lines that changed places', (lines: readonly Buffer[]) => [0, 2, 1].map((index) => lines[index])],
    ['a line that comes twice', (lines: readonly Buffer[]) => [0, 1, 1, 2].map((index) => lines[index])],
    ['a chain that was added', (lines: readonly Buffer[], other: Buffer) => [...lines, other]],
    ['a line of something else', (lines: readonly Buffer[]) => [...lines.slice(0, 1), Buffer.from('{}\n'), lines[1]]],
  ])('shows %s', async (_, forge) => {
    const lines = linesOf(await writeLog('audit.log', 3));
    const other = await writeLog('other.log', 1);

    const forged = forge(lines, other).filter((line) => line !== undefined);

    expect(verify(Buffer.concat(forged))).toMatchObject({ what: expect.any(String) as string });
  });

  it('goes on behind half a line of a process that was killed, wherever the line was cut', async () => {
    const whole = await writeLog('audit.log', 2);
    const path = join(folder, 'audit.log');
    const [first = Buffer.alloc(0)] = linesOf(whole);
    for (let cut = first.length + 1; cut < whole.length; cut += 1) {
      writeFileSync(path, whole);
      truncateSync(path, cut);
      const isWhole = cut === whole.length - 1;

      expect(verify(readFileSync(path))).toMatchObject({ lines: isWhole ? 2 : 1, endsHalf: !isWhole });

      const next = await writeLog('audit.log', 2);
      expect(verify(next)).toEqual(complete(isWhole ? 4 : 3, 2));
      next[first.length] = 0x20;
      expect(verify(next)).toMatchObject({ line: 2 });
    }
  });

  it('goes on in the next file if the file is moved away, for the process that writes and for the next one', async () => {
    const path = join(folder, 'audit.log');
    const log = createAuditLog(path);
    await log.write({ number: 1 });
    renameSync(path, join(folder, 'audit.1.log'));
    await log.write({ number: 2 });
    const [older, newer] = [readFileSync(join(folder, 'audit.1.log')), readFileSync(path)];

    expect(verify(older, newer)).toEqual(complete(2, 1));
    expect(verify(newer, older)).toMatchObject({ file: '0.log', line: 1 });
    expect(verifyAudit([{ name: 'audit.log', bytes: newer }], { areOlderGone: true })).toEqual(complete(1, 1));
  });

  it('is that of each process if several write to one file', async () => {
    const path = join(folder, 'audit.log');
    const [one, other] = [createAuditLog(path), createAuditLog(path)];
    for (const log of [one, other, one, other, other, one]) await log.write({ phase: 'intent' });

    expect(verify(readFileSync(path))).toEqual(complete(6, 2));
  });

  it('is found among the lines of logs', async () => {
    const [first = '', ...rest] = linesOf(await writeLog('audit.log', 3));
    const others = Buffer.from('{"msg":"request"}\n');
    const stdout = Buffer.concat([others, Buffer.from(first), others, ...rest, await writeLog('other.log', 1)]);
    const options = { areAmongOthers: true };

    expect(verifyAudit([{ name: 'stdout', bytes: stdout }], options)).toEqual(complete(4, 2));
    const [, ...gone] = linesOf(stdout).filter((line) => !line.equals(others));
    expect(verifyAudit([{ name: 'stdout', bytes: Buffer.concat(gone) }], options)).toMatchObject({ line: 1 });
  });
});

describe('npm run audit:verify', () => {
  const run = async (...args: readonly string[]) => {
    const started = startProcess('src/tools/verifyAudit.ts', {}, args);
    return { code: await started.exited(), printed: `${started.stdout}${started.stderr}` };
  };

  it('prints the last hash, or names the first line that breaks the chain', async () => {
    const path = join(folder, 'audit.log');
    const lines = linesOf(await writeLog('audit.log', 3, 1));

    const whole = await run(path);
    writeFileSync(path, Buffer.concat([...lines.slice(0, 1), ...lines.slice(2)]));
    const broken = await run(path);

    expect(whole).toEqual({
      code: 0,
      printed: expect.stringMatching(
        /^4 lines of 2 processes: the chain is complete\.\nThe last hash is [0-9a-f]{64}\. Lines removed after it are not found\.\n$/,
      ) as string,
    });
    expect(broken).toEqual({
      code: 1,
      printed: `${path}:2 does not follow the line before it: at least one line was removed, added or moved.\n`,
    });
  });
});

it('a line that could not be written does not spoil the next one', async () => {
  const path = join(folder, 'no', 'audit.log');
  const log = createAuditLog(path);
  await expect(log.write({ number: 1 })).rejects.toThrow('ENOENT');
  mkdirSync(join(folder, 'no'));

  await log.write({ number: 2 });

  expect(verify(readFileSync(path))).toEqual(complete(1, 1));
});
