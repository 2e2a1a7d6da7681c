import type { Check } from './Check';
import type { Finding, FindingStatus } from './Finding';
import type { Probe } from './Probe';
import { checks as allChecks } from './checks';

/** A finding, and the check that made it. */
export interface NamedFinding extends Finding {
  readonly check: string;
}

/** What an examination came to. */
export interface Report {
  /** `problems`: something keeps the gateway from its work. */
  readonly outcome: 'ok' | 'warnings' | 'problems';
  readonly findings: readonly NamedFinding[];
}

/** Makes every check, one after another; one that fails itself does not keep the others from being made. */
export async function examine(probe: Probe, checks: readonly Check[] = allChecks): Promise<Report> {
  const findings: NamedFinding[] = [];
  for (const check of checks) {
    for (const finding of await make(check, probe)) findings.push({ check: check.name, ...finding });
  }
  const has = (status: FindingStatus) => findings.some((finding) => finding.status === status);
  return { outcome: has('problem') ? 'problems' : has('warning') ? 'warnings' : 'ok', findings };
}

async function make(check: Check, probe: Probe): Promise<readonly Finding[]> {
  try {
    return await check.run(probe);
  } catch (error) {
    // Its text is not ours: it may repeat what was answered.
    const name = error instanceof Error ? error.name : 'something that is no error';
    return [
      {
        status: 'problem',
        message: `This check itself failed (${name}), because of a mistake in doctor.`,
        remedy: 'Report it, with the output of doctor --json.',
      },
    ];
  }
}

const labels: Readonly<Record<FindingStatus, string>> = { ok: 'ok', warning: 'WARN', problem: 'FAIL', skipped: 'skip' };

const counted = (count: number, one: string, more: string) => `${count} ${count === 1 ? one : more}`;

/** The report for people. */
export function inWords({ findings }: Report): string {
  const width = Math.max(...findings.map(({ check }) => check.length));
  const indent = ' '.repeat(width + 8);
  const lines = findings.flatMap(({ check, status, message, remedy }) => [
    `${labels[status].padEnd(4)}  ${check.padEnd(width)}  ${message}`,
    ...(remedy === undefined ? [] : [`${indent}-> ${remedy}`]),
  ]);
  const count = (wanted: FindingStatus) => findings.filter(({ status }) => status === wanted).length;
  const [problems, warnings, unseen] = [count('problem'), count('warning'), count('skipped')];
  const verdict = [
    problems > 0 && counted(problems, 'thing is wrong', 'things are wrong'),
    warnings > 0 && counted(warnings, 'warning', 'warnings'),
    unseen > 0 && `${unseen} not examined`,
  ].filter(Boolean);
  const rest = problems === 0 ? ['Nothing is wrong', ...verdict] : verdict;
  return `${lines.join('\n')}\n\n${rest.join(', ')}.\n`;
}
