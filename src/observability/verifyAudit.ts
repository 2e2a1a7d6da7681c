import { hashOfLine, noLine, readLine } from './auditChain';

/** A line that breaks a chain, or is no line of an audit log. */
export interface Break {
  readonly file: string;
  /** Counted from 1. */
  readonly line: number;
  readonly what: string;
}

/** What is known of a log without breaks. */
export interface Verified {
  readonly lines: number;
  /** How many processes wrote it. */
  readonly chains: number;
  /** The hash of the last line. Undefined if there is none. */
  readonly last?: string;
  /** Whether the last line is half of one: the process ended while it was written. */
  readonly endsHalf: boolean;
}

export interface AuditFile {
  readonly name: string;
  readonly bytes: Buffer;
}

export interface VerifyOptions {
  /** Whether the lines are among others, as those on stdout are. Defaults to false. */
  readonly areAmongOthers?: boolean;
  /** Whether the first line of a chain may follow one that is in none of the files: older ones are gone. Defaults to false. */
  readonly areOlderGone?: boolean;
}

const newline = 0x0a;

/**
 * Verifies the files of an audit log, in the order in which they were written.
 *
 * Lines that were removed at the end are not found. Compare the last hash with one that was noted before.
 *
 * @returns the first break, if there is one.
 */
export const verifyAudit = (
  files: readonly AuditFile[],
  { areAmongOthers = false, areOlderGone = false }: VerifyOptions = {},
): Break | Verified => {
  /** By chain, its last line. */
  const heads = new Map<string, { readonly sequence: number; readonly hash: string }>();
  const seen = new Set<string>();
  /** Half a line: only a process that was killed leaves one, and the next process names it. */
  let half: { readonly at: Break; readonly hash: string } | undefined;
  let lines = 0;
  let last: string | undefined;
  let endsHalf = false;

  for (const { file, line, bytes, isEnded } of linesIn(files)) {
    const at = (what: string): Break => ({ file, line, what });
    const read = readLine(bytes);
    if (read === undefined) {
      if (areAmongOthers) continue;
      if (half !== undefined) return half.at;
      half = { at: at('is not a line of an audit log'), hash: hashOfLine(bytes) };
      seen.add(half.hash);
      endsHalf = !isEnded && !wholeHash.test(bytes.toString('latin1'));
      continue;
    }
    const { chain, sequence, previous, hash, isUnchanged } = read;
    if (!isUnchanged) return at('was changed');
    if (half !== undefined && previous !== half.hash) return half.at;
    half = undefined;
    endsHalf = false;
    const head = heads.get(chain);
    const isFollowed = head === undefined ? seen.has(previous) : previous === head.hash;
    const isFirst = sequence === 0 && previous === noLine && (areAmongOthers || line === 1);
    const begins = head === undefined && (isFirst || areOlderGone);
    if (!begins && !(isFollowed && sequence === (head?.sequence ?? -1) + 1)) {
      return at('does not follow the line before it: at least one line was removed, added or moved');
    }
    heads.set(chain, { sequence, hash });
    seen.add(hash);
    lines += 1;
    last = hash;
  }
  return half === undefined || endsHalf ? { lines, chains: heads.size, last, endsHalf } : half.at;
};

/** One line of a file, without its end. */
interface Line {
  readonly file: string;
  /** Counted from 1. */
  readonly line: number;
  readonly bytes: Buffer;
  /** False for a last line without an end. */
  readonly isEnded: boolean;
}

function* linesIn(files: readonly AuditFile[]): Generator<Line> {
  for (const { name: file, bytes } of files) {
    for (let start = 0, line = 1; start < bytes.length; line += 1) {
      const found = bytes.indexOf(newline, start);
      const end = found === -1 ? bytes.length : found;
      yield { file, line, bytes: bytes.subarray(start, end), isEnded: found !== -1 };
      start = end + 1;
    }
  }
}

/** What only a whole line has. */
const wholeHash = /"hash":"[0-9a-f]{64}"\}/;
