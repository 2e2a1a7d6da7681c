import { createHash } from 'node:crypto';

/** What the first line of a chain names as the line before it, if there is none. */
export const noLine = '0'.repeat(64);

/** Where a line stands. Each process writes a separate chain, whose first line names the last line that was there before. */
export interface Link {
  /** A UUID of the process. */
  readonly chain: string;
  /** Counted from 0. */
  readonly sequence: number;
  /** The hash of the line before. */
  readonly previous: string;
}

/** A line without its end, and the hash that the next one names. */
export interface ChainedLine {
  readonly bytes: Buffer;
  readonly hash: string;
}

const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

/** The last member of each line: the hash of the line without it. */
const hashMember = (hash: string): string => `,"hash":"${hash}"}`;

export const chainLine = (entry: object, { chain, sequence, previous }: Link): ChainedLine => {
  const body = Buffer.from(JSON.stringify({ ...entry, chain, sequence, previous }));
  const hash = sha256(body);
  return { bytes: Buffer.concat([body.subarray(0, -1), Buffer.from(hashMember(hash))]), hash };
};

const form = /,"chain":"([0-9a-f-]{36})","sequence":(\d+),"previous":"([0-9a-f]{64})","hash":"([0-9a-f]{64})"\}$/;

/** What a line says about itself. Undefined for half a line, and for anything else that is not a line of an audit log. */
export const readLine = (
  bytes: Buffer,
): (Link & { readonly hash: string; readonly isUnchanged: boolean }) | undefined => {
  const [, chain = '', sequence, previous = '', hash = ''] = form.exec(bytes.toString('latin1')) ?? [];
  if (sequence === undefined) return undefined;
  const body = Buffer.concat([bytes.subarray(0, -hashMember(hash).length), Buffer.from('}')]);
  return { chain, sequence: Number(sequence), previous, hash, isUnchanged: hash === sha256(body) };
};

/** What the next line names as the one before it. A process that was killed may have left half a line, which counts as one. */
export const hashOfLine = (bytes: Buffer): string => readLine(bytes)?.hash ?? sha256(bytes);
