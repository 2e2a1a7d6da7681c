import { readingSubjects } from '../../../src/emulator/readingSubjects';
import type { Readings } from '../../../src/emulator/readings';
import { readingValues } from '../../../src/emulator/readings';
import { catalogue } from '../../../src/operations';
import type { Operation, OperationError } from '../../../src/operations/operation';
import { operationTitle } from '../../../src/tools/operationTitle';
import { refusalStates, unprovokedCodes } from './refusalStates';

/** `docs/EMULATOR-COVERAGE.md`: what the emulator answers, which state provokes each code, and what it can read anew. */
export const coveragePage =
  (): string => `<!-- Written by \`UPDATE_PAGES=1 npx jest test/emulator/refusals\` from src/operations and test/emulator/refusals. Do not edit. -->

# What the emulator covers

Every operation that the gateway calls, answered from the state of a world, in JSON and XML. For each documented code
there is a state that provokes it, and a test that runs into it, or a reason why there is none: all come from
\`test/emulator/refusals\`. Codes of the API gateway itself (signature, key, time stamp, throttling, \`Forbidden.RAM\`) are those of every operation; see
[EMULATOR.md](EMULATOR.md).

${(Object.entries(catalogue) as [Name, Operation][]).map(section).join('\n\n')}

## Readings

If the documents are silent or disagree, a switch chooses: \`EMULATOR_READINGS\`, \`POST /_emulator/readings\`, the
\`readings\` of a world file or of a key. The first value is the default.

| reading | values | of |
| --- | --- | --- |
${(Object.keys(readingValues) as (keyof Readings)[]).map(readingRow).join('\n')}
`;

type Name = keyof typeof catalogue;

function section([name, operation]: [Name, Operation]): string {
  const { product, methods, kind, quota, errors } = operation;
  const pace = quota === 'unknown' ? 'no published quota' : `${quota.calls} calls in ${quota.windowSeconds} s`;
  return `## ${operationTitle(operation)}

${product.code} ${product.version}; ${methods.join(' and ')}; ${kind}s; ${pace}.

${codesTable(name, Object.entries(errors))}`;
}

const codesTable = (name: Name, errors: readonly (readonly [string, OperationError])[]): string =>
  errors.length === 0
    ? 'The documents list no code for it.'
    : `| code | HTTP | state |
| --- | --- | --- |
${errors.map(([code, { status }]) => `| \`${code}\` | ${status} | ${stateOf(name, code)} |`).join('\n')}`;

/** The state in words, or why there is none; a code with neither is a mistake that a test finds, too. */
function stateOf(name: Name, code: string): string {
  const found = refusalStates.find((state) => state.operation === name && state.code === code);
  if (found) return found.state;
  const unprovoked = unprovokedCodes.find((one) => one.operation === name && one.code === code);
  if (!unprovoked) throw new Error(`There is no state for ${name} ${code} in test/emulator/refusals.`);
  return `none: ${unprovoked.reason}`;
}

const readingRow = (name: keyof Readings): string =>
  `| \`${name}\` | ${readingValues[name].map((value) => `\`${value}\``).join(', ')} | ${readingSubjects[name]} |`;
