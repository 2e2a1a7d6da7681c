import { comparisonSection } from './comparison';
import { growthSection } from './growth';
import { guardTables } from './guards';
import type { Circumstances, Results } from './results';
import { walksSection } from './walks';

/** The page docs/PERFORMANCE.md, before it is formatted. */
export const renderPage = ({ comparison, walks, guards, growth }: Results): string =>
  [
    `<!-- Written from test/benchmark/results.json by the commands that it names, with \`--write\`. Do not edit. -->

# Performance

Each section names the command that measured it. Compare only figures of one run with each other.
`,
    comparison &&
      section('Compared with other servers', '`npm run bench:peers`', comparison, comparisonSection(comparison)),
    walks && section('Walking a directory', '`npm run bench`', walks, walksSection(walks)),
    growth && section('How work grows', '`npm run bench:growth`', growth, growthSection(growth)),
    guards &&
      section(
        'What the guards cost',
        '`node --import tsx test/benchmark/guards.ts`',
        guards,
        `
The command compares gateways with one guard with a gateway without any, by turns in one run: eleven rounds, one timeline page
from the cache. It compares the CPU time of a request, with that of the client. The machine was busy with other work, so
differences below 0.1 mean nothing.
${guardTables(guards)}`,
      ),
  ]
    .filter((part) => part !== undefined)
    .join('\n');

const section = (title: string, command: string, { date, commit, node, cpu, cores }: Circumstances, body: string) =>
  `## ${title}

Measured by ${command} on ${date}, at commit ${commit}, with Node ${node} on ${cores} cores of ${cpu}.
${body}`;
