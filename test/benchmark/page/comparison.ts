import { scenarios } from '../comparison/scenarios';
import type { Summary } from '../comparison/summary';
import type { Comparison } from './results';
import { megabytes, table, timesSpread, whole } from './text';

/** The comparison with other servers, as a section of the page. */
export const comparisonSection = ({ seconds, rounds, summaries }: Comparison): string => {
  const shown = scenarios.filter(({ id }) => summaries.some(({ scenario }) => scenario === id));
  const servers = [...new Set(summaries.map(({ server }) => server))];
  const cell = (figure: (summary: Summary) => string) => (server: string) =>
    shown.map(({ id }) => {
      const found = summaries.find((summary) => summary.scenario === id && summary.server === server);
      return found ? figure(found) : '–';
    });
  const tableOf = (figure: (summary: Summary) => string): string =>
    table(
      ['server', ...shown.map(({ id }) => id)],
      servers.map((server) => [server, ...cell(figure)(server)]),
    );
  return `
Every server does the same work: it answers the same documents about the same resources, by signed calls of the same
upstream. Each is one process.

${table(
  ['', 'work', 'connections', 'calls a request'],
  shown.map(({ id, name, connections }) => [
    id,
    name,
    String(connections),
    callsOf(summaries.filter(({ scenario }) => scenario === id)),
  ]),
)}
- “Apollo Server” is the baseline: what a team writes in an afternoon. It has a schema by hand, \`@alicloud/pop-core\`, one
  DataLoader for each operation and request, and no guards. Mercurius and Yoga have the same resolvers. The code is in
  \`test/benchmark/peers\`.
- “This gateway” is the built one in production mode. Every guard is on: limits, rates of callers, the cost of the document,
  overload, the log, and the checks of hosts and origins. Rates and overload have limits so high that they refuse nothing. It may not share reads: each request says \`no-cache\`. Its pacing is off
  (\`EMULATOR_QUOTAS=off\`), because the upstream has no quotas.
- The upstream runs in its own process. It verifies every signature and replays the emulator’s answers.
- Each answer is compared with the baseline’s, field by field. A wrong answer, a bad signature, or a refused call fails the run.
- In each of ${rounds} rounds, every server has its turn of about ${seconds} seconds, in an order that changes. A figure is the median
  of the rounds; the lowest and the highest are in parentheses. A ratio compares two turns of one round.

Requests per second, to the baseline (more is better):

${tableOf(({ throughput }) => timesSpread(throughput))}
CPU time of a request, to the baseline (less is better):

${tableOf(({ cpu }) => timesSpread(cpu))}
CPU time of a request, µs:

${tableOf(({ cpuMicros }) => whole(cpuMicros.median))}
Duration of a request, median and 99th percentile, ms:

${tableOf(({ p50Ms, p99Ms }) => `${p50Ms.median.toFixed(1)}, ${p99Ms.median.toFixed(1)}`)}
The same at seven tenths of that rate:

${tableOf(({ calm }) => `${calm.p50Ms.toFixed(1)}, ${calm.p99Ms.toFixed(1)}`)}
From the start of the process to its first answer:

${table(
  ['server', 'seconds'],
  servers.map((server) => [
    server,
    ((summaries.find((summary) => summary.server === server)?.startMs ?? NaN) / 1000).toFixed(2),
  ]),
)}
Memory of the process after these requests:

${tableOf(({ memoryBytes }) => megabytes(memoryBytes))}
![Requests per second and CPU time, to the baseline](performance.svg)

What the figures do not say:

- Requests per second are those of one process with one core for itself, while the upstream and the load have the other one.
  More processes divide the work. The CPU time of a request is what you pay for.
- The upstream answers at once. Over a network, the duration of a request is mostly that of the upstream, for every server alike.
- Quotas of the upstream end most real loads long before a CPU does. There, shared and cached reads decide, which are off here.
- The machine also does other work. Ratios of one run hold; absolute figures do not carry over to another machine.
`;
};

const callsOf = (summaries: readonly Summary[]): string =>
  [...new Set(summaries.map(({ callsPerRequest }) => callsPerRequest.toFixed(1).replace(/\.0$/, '')))].join(' or ');
