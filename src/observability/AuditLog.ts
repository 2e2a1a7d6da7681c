import { write } from 'node:fs';
import { promisify } from 'node:util';
import { appendDurably, inTurn } from '../process/appendDurably';

/** Appends entries, one JSON line each. A written entry survives the end of the process. */
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

/** @param target `stdout` or the path of a file. */
export const createAuditLog = (target: string): AuditLog => {
  const append = inTurn(target === 'stdout' ? writeStdout : appendDurably(target));
  return {
    write: (entry) => append(Buffer.from(`${JSON.stringify({ time: new Date().toISOString(), ...entry })}\n`)),
  };
};
