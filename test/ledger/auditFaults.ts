import { readFile } from 'node:fs/promises';
import type { Emulator } from '../../src/emulator';
import { verifyAudit } from '../../src/observability/verifyAudit';

interface Line {
  readonly time: string;
  readonly phase: string;
  readonly action?: string;
  readonly nonce?: string;
}

/** The nonce of the first attempt: those after it have a number at their end. */
const firstOf = (nonce: string): string => nonce.slice(0, 36);

/**
 * What is wrong with the audit log of processes that were killed: its chain is broken, or the emulator received a write that
 * no earlier line announces.
 */
export const auditFaults = async (paths: readonly string[], { calls }: Emulator): Promise<readonly string[]> => {
  const lines: Line[] = [];
  for (const path of paths) {
    // A replica that got no mutation has none.
    const bytes = await readFile(path).catch(() => Buffer.of());
    const verified = verifyAudit([{ name: path, bytes }]);
    if ('what' in verified) return [`line ${verified.line} ${verified.what}`];
    const whole = bytes
      .toString()
      .split('\n')
      .filter((line) => line.endsWith('}'));
    lines.push(...whole.map((line) => JSON.parse(line) as Line));
  }
  const intents = new Map(lines.filter(({ phase }) => phase === 'intent').map((line) => [line.nonce, line]));
  return calls.of('EnrollAccount').flatMap(({ time, nonce, effect }) => {
    const intent = intents.get(firstOf(nonce ?? ''));
    return intent !== undefined && intent.time <= time
      ? []
      : [`I6, no intent before ${JSON.stringify({ time, nonce, effect, intent })}`];
  });
};
