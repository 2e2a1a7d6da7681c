import type { Contest, Round } from './compare';
import { baseline } from './servers';
import type { Spread } from './spread';
import { spreadOf } from './spread';

/** A contest in figures that a table shows. */
export interface Summary {
  readonly scenario: string;
  readonly server: string;
  /** To the baseline in the same round. */
  readonly throughput: Spread;
  readonly cpu: Spread;
  readonly requestsPerSecond: Spread;
  readonly cpuMicros: Spread;
  readonly p50Ms: Spread;
  readonly p99Ms: Spread;
  readonly callsPerRequest: number;
  readonly restLoad: number;
  readonly memoryBytes: number;
  readonly startMs: number;
  readonly calm: Contest['calm'];
}

export const summarize = (contests: readonly Contest[]): readonly Summary[] =>
  contests.map((contest) => {
    const { scenario, server, rounds, memoryBytes, startMs, calm } = contest;
    const base = contests.find((other) => other.scenario === scenario && other.server === baseline) ?? contest;
    const of = (figure: (round: Round) => number) => spreadOf(rounds.map(figure));
    const ratio = (figure: (round: Round) => number) =>
      spreadOf(
        rounds.flatMap((round, index) => {
          const other = base.rounds[index];
          return other ? [figure(round) / figure(other)] : [];
        }),
      );
    return {
      scenario,
      server,
      throughput: ratio(({ requestsPerSecond }) => requestsPerSecond),
      cpu: ratio(({ cpuMicros }) => cpuMicros),
      requestsPerSecond: of(({ requestsPerSecond }) => requestsPerSecond),
      cpuMicros: of(({ cpuMicros }) => cpuMicros),
      p50Ms: of(({ p50Ms }) => p50Ms),
      p99Ms: of(({ p99Ms }) => p99Ms),
      callsPerRequest: of(({ callsPerRequest }) => callsPerRequest).median,
      restLoad: of(({ restLoad }) => restLoad).median,
      memoryBytes,
      startMs,
      calm,
    };
  });

/** Why a run does not count: a server that answers wrongly, or fails, is not compared with one that does not. */
export const problemsOf = (contests: readonly Contest[]): readonly string[] =>
  contests.flatMap(({ scenario, server, badSignatures, refusedCalls, mismatches, failures, differences }) =>
    [
      { count: badSignatures, what: 'bad signatures' },
      { count: refusedCalls, what: 'calls that the upstream refused' },
      { count: mismatches, what: `other answers than the baseline’s (${differences.join('; ')})` },
      { count: failures, what: 'failed requests' },
    ]
      .filter(({ count }) => count !== 0)
      .map(({ count, what }) => `${scenario}, ${server}: ${count} ${what}`),
  );
