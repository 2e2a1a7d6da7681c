import type { Scenario } from './scenarios';
import type { Spread } from './spread';
import type { Summary } from './summary';

/** The tables of a comparison, in Markdown: one for each scenario. */
export const comparisonTables = (summaries: readonly Summary[], scenarios: readonly Scenario[]): string =>
  scenarios
    .flatMap(({ id, name, connections }) => {
      const rows = summaries.filter(({ scenario }) => scenario === id);
      if (rows.length === 0) return [];
      return [`**${id}**: ${name}, ${connections} connections\n\n${heading}\n${rows.map(rowOf).join('\n')}\n`];
    })
    .join('\n');

const columns = [
  'server',
  'requests a second, to the baseline',
  'CPU time of a request, to the baseline',
  'requests a second',
  'CPU time, µs',
  'p50, ms',
  'p99, ms',
  'calls a request',
  'memory',
  'rest of the machine',
];
const heading = `| ${columns.join(' | ')} |\n|${columns.map(() => ' --- |').join('')}`;

const rowOf = (summary: Summary): string => {
  const { server, throughput, cpu, requestsPerSecond, cpuMicros, p50Ms, p99Ms } = summary;
  const cells = [
    server,
    ratio(throughput),
    ratio(cpu),
    whole(requestsPerSecond.median),
    whole(cpuMicros.median),
    p50Ms.median.toFixed(1),
    p99Ms.median.toFixed(1),
    summary.callsPerRequest.toFixed(2),
    `${whole(summary.memoryBytes / 1e6)} MB`,
    `${whole(summary.restLoad * 100)} %`,
  ];
  return `| ${cells.join(' | ')} |`;
};

const ratio = ({ median, low, high }: Spread): string =>
  `${median.toFixed(2)}× (${low.toFixed(2)} to ${high.toFixed(2)})`;

const whole = (value: number): string => Math.round(value).toLocaleString('en');
