import { thisGateway } from './comparison/servers';
import type { Summary } from './comparison/summary';
import { readResults } from './page/results';

/** What a run may take more than the recorded one: machines and their other work differ. */
const tolerance = 1.3;

/**
 * Compares the CPU time of this gateway with what was recorded, each to its baseline. CPU time, because other programs change it
 * less than requests per second.
 *
 * @returns a sentence for each scenario in which the gateway got slower.
 */
export const regressionsOf = (
  summaries: readonly Summary[],
  recorded: readonly Summary[] | undefined = readResults().comparison?.summaries,
): readonly string[] =>
  summaries
    .filter(({ server }) => server === thisGateway)
    .flatMap(({ scenario, cpu }) => {
      const before = recorded?.find((other) => other.scenario === scenario && other.server === thisGateway)?.cpu.median;
      // What was not measured is no success.
      if (before === undefined || cpu.median <= before * tolerance) return [];
      return [
        `${scenario}: a request takes ${cpu.median.toFixed(2)}× the CPU time of the baseline, but took ${before.toFixed(2)}× when docs/PERFORMANCE.md was written.`,
      ];
    });
