import { randomUUID } from 'node:crypto';
import { write } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import { open, stat } from 'node:fs/promises';
import { promisify } from 'node:util';
import type { Append } from '../process/appendDurably';
import { appendDurably, inTurn } from '../process/appendDurably';
import type { Link } from './auditChain';
import { chainLine, hashOfLine, noLine } from './auditChain';
import type { Metrics } from './metrics/Metrics';

/** Appends entries, one JSON line each, which name the line before them. A written entry survives the end of the process. */
export interface AuditLog {
  /** Rejects if the entry cannot be written. */
  write(entry: object): Promise<void>;
}

/** Writes to a file descriptor. Node's own type of the callback form has several results. */
const writeTo = promisify(write) as unknown as (
  descriptor: number,
  bytes: Buffer,
  offset: number,
) => Promise<{ readonly bytesWritten: number }>;

const stdoutDescriptor = 1;

/** A pipe whose reader is slow takes no more bytes for a while. */
const retryAfterMs = 5;
const mostRetries = 200;

const writeStdout = async (bytes: Buffer): Promise<void> => {
  let offset = 0;
  for (let retries = 0; offset < bytes.length;) {
    try {
      offset += (await writeTo(stdoutDescriptor, bytes, offset)).bytesWritten;
    } catch (error) {
      retries += 1;
      if ((error as { code?: unknown }).code !== 'EAGAIN' || retries > mostRetries) throw error;
      await new Promise((resolve) => setTimeout(resolve, retryAfterMs));
    }
  }
};

/** What a new chain follows. */
interface Tail {
  /** The hash of the last line. */
  readonly previous: string;
  /** Whether that is half a line, which has to be ended first. */
  readonly isHalf: boolean;
}

/** Where lines go. */
interface Target {
  readonly append: Append;
  readonly tail: () => Promise<Tail>;
}

const stdoutTarget = (): Target => {
  let isHalf = false;
  return {
    append: async (bytes) => {
      isHalf = true;
      await writeStdout(bytes);
      isHalf = false;
    },
    tail: async () => ({ previous: noLine, isHalf }),
  };
};

const fileTarget = (path: string): Target => ({
  append: appendDurably(path),
  tail: async () => {
    if (!(await isFile(path))) return { previous: noLine, isHalf: false };
    const file = await open(path, 'r');
    try {
      return await readTail(file);
    } finally {
      await file.close();
    }
  },
});

/** A pipe has no last line. */
const isFile = async (path: string): Promise<boolean> => {
  try {
    return (await stat(path)).isFile();
  } catch (error) {
    if ((error as { code?: unknown }).code === 'ENOENT') return false;
    throw error;
  }
};

const newline = 0x0a;

const readTail = async (file: FileHandle): Promise<Tail> => {
  const { size } = await file.stat();
  for (let length = Math.min(size, 4096); ; length = Math.min(size, length * 2)) {
    const bytes = Buffer.alloc(length);
    await file.read(bytes, 0, length, size - length);
    const isHalf = length > 0 && bytes[length - 1] !== newline;
    const end = isHalf ? length : length - 1;
    const start = bytes.subarray(0, Math.max(end, 0)).lastIndexOf(newline) + 1;
    if (start === 0 && length < size) continue;
    return { previous: length === 0 ? noLine : hashOfLine(bytes.subarray(start, end)), isHalf };
  }
};

/**
 * Chains lines by their hashes ({@link chainLine}). A new process begins a chain that follows the last line of the file, and so does
 * a process that could not write a line: it may have written half of it.
 *
 * @param target `stdout` or the path of a file.
 */
export const createAuditLog = (target: string): AuditLog => {
  const { append, tail } = target === 'stdout' ? stdoutTarget() : fileTarget(target);
  let next: Link | undefined;

  const write = async (entry: object): Promise<void> => {
    const { previous, isHalf } = next === undefined ? await tail() : { ...next, isHalf: false };
    const { chain, sequence } = next ?? { chain: randomUUID(), sequence: 0 };
    const { bytes, hash } = chainLine({ time: new Date().toISOString(), ...entry }, { chain, sequence, previous });
    next = undefined;
    await append(Buffer.concat([Buffer.from(isHalf ? '\n' : ''), bytes, Buffer.from('\n')]));
    next = { chain, sequence: sequence + 1, previous: hash };
  };
  return { write: inTurn(write) };
};

/** Counts the entries that could not be written. */
export const countAuditFailures = (log: AuditLog, metrics: Metrics | undefined): AuditLog =>
  metrics === undefined
    ? log
    : {
        write: async (entry) => {
          try {
            await log.write(entry);
          } catch (error) {
            metrics.count('auditFailures', {});
            throw error;
          }
        },
      };
