import { open, readFile, rename } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Append } from '../process/appendDurably';
import { appendDurably, inTurn } from '../process/appendDurably';
import type { Journal } from './Journal';
import type { Entry } from './Ledger';
import { MemoryLedger } from './MemoryLedger';
import { leftBehind } from './leftBehind';
import type { FileLock } from './lockFile';
import { lockFile } from './lockFile';

/** One line of the file. */
type JournalRecord = { readonly entry: Entry } | { readonly released: string } | { readonly cleared: true };

export interface FileLedgerOptions {
  readonly keptMs: number;
  readonly now: () => number;
  /** The file is written anew after it has grown by so much, and to twice its size. Defaults to 16 MiB. */
  readonly growthBytes?: number;
}

const defaultGrowthBytes = 16 * 1024 * 1024;

/**
 * Opens a ledger that survives the end of the process at any point: one JSON line for each change, synchronized to the
 * disk before a mutation is sent. The file is written anew, without what is no longer needed, when it is opened, and when it has
 * grown much. Until it is closed, or the process has ended, no other process can open it.
 *
 * A mutation that an earlier process had sent, and whose end it did not note, is UNKNOWN now. One that it had only claimed
 * is not in the file: nothing was sent.
 *
 * @throws if the file cannot be read or written, if another process has it, or if a line other than the last is not one of
 *   the ledger's.
 */
export const openFileLedger = async (
  path: string,
  { keptMs, now, growthBytes = defaultGrowthBytes }: FileLedgerOptions,
): Promise<MemoryLedger> => {
  const lock = await lockFile(path);
  try {
    const readNeeded = async () =>
      readEntries(await readText(path), path).filter(
        ({ state, claimedAt }) => state !== 'ENDED' || now() - claimedAt < keptMs,
      );
    const entries = (await readNeeded()).map((entry) => (entry.state === 'SENT' ? leftBehind(entry) : entry));
    const bytes = await writeAnew(path, entries);
    const journal = new FileJournal(path, lock, bytes, growthBytes, async () => writeAnew(path, await readNeeded()));
    return new MemoryLedger({ keptMs, now, entries, journal });
  } catch (error) {
    await lock.release();
    throw error;
  }
};

const readText = async (path: string): Promise<string> => {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if ((error as { code?: unknown }).code === 'ENOENT') return '';
    throw error;
  }
};

const readEntries = (text: string, path: string): readonly Entry[] => {
  const lines = text.split('\n');
  // A process that was killed may have left half a line: what it was to say had not been promised yet.
  lines.pop();
  const entries = new Map<string, Entry>();
  for (const [index, line] of lines.entries()) {
    const record = parseRecord(line);
    if (record === undefined) throw new Error(`Line ${index + 1} of ${path} is not one of a mutation ledger.`);
    if ('cleared' in record) entries.clear();
    else if ('released' in record) entries.delete(record.released);
    else entries.set(record.entry.id, record.entry);
  }
  return [...entries.values()];
};

const parseRecord = (line: string): JournalRecord | undefined => {
  try {
    const record = JSON.parse(line) as Partial<{ entry: Partial<Entry>; released: unknown; cleared: unknown }> | null;
    if (record?.cleared === true) return { cleared: true };
    if (typeof record?.released === 'string') return { released: record.released };
    const entry = record?.entry;
    return typeof entry?.id === 'string' && typeof entry.state === 'string' && typeof entry.claimedAt === 'number'
      ? { entry: entry as Entry }
      : undefined;
  } catch {
    return undefined;
  }
};

const toLine = (record: object): string => `${JSON.stringify(record)}\n`;

/** @returns the length of the file. */
const writeAnew = async (path: string, entries: readonly Entry[]): Promise<number> => {
  const bytes = Buffer.from(entries.map((entry) => toLine({ entry })).join(''));
  const beside = `${path}.new`;
  const file = await open(beside, 'w', 0o600);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(beside, path);
  const folder = await open(dirname(path), 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
  return bytes.length;
};

/** Appends lines, one after another, and sees to it that what is no longer needed does not fill the disk. */
class FileJournal implements Journal {
  private grown = 0;
  private readonly write: Append;

  /** @param shrink writes the file anew. @returns its length. */
  constructor(
    path: string,
    private readonly lock: FileLock,
    private bytes: number,
    private readonly growthBytes: number,
    private readonly shrink: () => Promise<number>,
  ) {
    const append = appendDurably(path);
    this.write = inTurn(async (line) => {
      await append(line);
      this.grown += line.length;
      if (this.grown > Math.max(this.growthBytes, this.bytes)) await this.writeAnew();
    });
  }

  append(record: object): Promise<void> {
    return this.write(Buffer.from(toLine(record)));
  }

  close(): Promise<void> {
    return this.lock.release();
  }

  private async writeAnew(): Promise<void> {
    this.bytes += this.grown;
    this.grown = 0;
    try {
      this.bytes = await this.shrink();
    } catch {
      // The line itself is kept. The next try comes when the file has grown as much again.
    }
  }
}
