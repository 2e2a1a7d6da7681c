import type { Route } from '../../../src/loaders/cloud-config/countRoutes';
import {
  AssumeRole,
  GetAggregateDiscoveredResource,
  GetAggregateResourceConfigurationTimeline,
} from '../../../src/operations';
import type { Effort, MemberRead, Workload } from './memberEffort';
import { compareEfforts, effortOf, lastSentMs, routeOf } from './memberEffort';

// Why pages of other accounts are read through the account group, and anything known by its key in the member.

const reads: readonly MemberRead[] = ['PAGE', 'DETAIL', 'TIMELINE'];
const other = (route: Route): Route => (route === 'member' ? 'accountGroup' : 'member');

describe('when the last of many calls can be sent', () => {
  it.each([
    ['none', GetAggregateResourceConfigurationTimeline, 0, 0],
    ['one', GetAggregateResourceConfigurationTimeline, 1, 0],
    ['half of 300 a minute', GetAggregateResourceConfigurationTimeline, 150, 0],
    // The 90 that are left of four fifths, and the first of the next window, in its 60 s.
    ['one more than half', GetAggregateResourceConfigurationTimeline, 151, 60_000 / 91],
    ['four fifths of it', GetAggregateResourceConfigurationTimeline, 240, (90 * 60_000) / 91],
    ['one more than four fifths', GetAggregateResourceConfigurationTimeline, 241, 60_000],
    ['half of 3000 a minute', GetAggregateDiscoveredResource, 1500, 0],
    ['half of 100 a second', AssumeRole, 50, 0],
    ['four fifths of 100 a second', AssumeRole, 80, (30 * 1000) / 31],
    ['five seconds of four fifths', AssumeRole, 401, 5000],
  ])('%s', (_, operation, calls, expected) => {
    expect(lastSentMs(operation, calls)).toBeCloseTo(expected, 3);
  });

  it('takes the share that a process has', () => {
    const share = { sharePercent: 40, replicas: 1, unknownReadsPerMinute: 300, unknownWritesPerMinute: 60 };

    expect(lastSentMs(GetAggregateResourceConfigurationTimeline, 120, share)).toBe(0);
    expect(lastSentMs(GetAggregateResourceConfigurationTimeline, 121, share)).toBe(60_000);
  });
});

describe('what a workload comes to', () => {
  it.each<[string, Route, Workload, Effort]>([
    [
      'a page over an account group: one call, however many accounts',
      'accountGroup',
      { read: 'PAGE', accounts: 500, resources: 100, withoutSession: 500 },
      { calls: 1, waitMs: 0, roundTrips: 1 },
    ],
    [
      'a page over members: one call each, in quotas of their own',
      'member',
      { read: 'PAGE', accounts: 500, resources: 100, withoutSession: 0 },
      { calls: 500, waitMs: 0, roundTrips: 1 },
    ],
    [
      'timelines of one member: one quota by either way',
      'member',
      { read: 'TIMELINE', accounts: 1, resources: 241, withoutSession: 0 },
      { calls: 241, waitMs: 60_000, roundTrips: 1 },
    ],
    [
      'members without a session: one session each, and then the read',
      'member',
      { read: 'TIMELINE', accounts: 50, resources: 50, withoutSession: 50 },
      { calls: 50, waitMs: 0, roundTrips: 2 },
    ],
  ])('%s', (_, route, workload, effort) => {
    expect(effortOf(route, workload)).toEqual(effort);
  });

  it('is better if it is sooner done, and then with fewer calls', () => {
    const effort = { calls: 5, waitMs: 0, roundTrips: 1 };

    expect(compareEfforts(effort, { ...effort, roundTrips: 2 })).toBeLessThan(0);
    expect(compareEfforts(effort, { ...effort, waitMs: 1, calls: 1 })).toBeLessThan(0);
    expect(compareEfforts(effort, { ...effort, calls: 1 })).toBeGreaterThan(0);
    expect(compareEfforts(effort, effort)).toBe(0);
  });
});

describe('the rule', () => {
  const sizes = [1, 2, 10, 100, 500];
  const workloads = reads.flatMap((read) =>
    sizes.flatMap((accounts) =>
      [1, 3].map((each): Workload => ({
        read,
        accounts,
        resources: Math.ceil(accounts * each),
        withoutSession: 0,
      })),
    ),
  );

  it.each([20, 80])('is the better of the two for every size, at %s % of the quotas', (sharePercent) => {
    const share = { sharePercent, replicas: 1, unknownReadsPerMinute: 300, unknownWritesPerMinute: 60 };

    const wrong = workloads.filter((workload) => {
      const route = routeOf(workload.read);
      return compareEfforts(effortOf(route, workload, share), effortOf(other(route), workload, share)) > 0;
    });

    expect(wrong).toEqual([]);
  });
});
