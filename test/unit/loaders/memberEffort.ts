import type { Route } from '../../../src/loaders/cloud-config/countRoutes';
import {
  AssumeRole,
  DescribeDiscoveredResource,
  GetAggregateDiscoveredResource,
  GetAggregateResourceConfigurationTimeline,
  GetResourceConfigurationTimeline,
  ListAggregateDiscoveredResources,
  ListDiscoveredResources,
} from '../../../src/operations';
import type { Operation } from '../../../src/operations/operation';
import { SlidingWindow } from '../../../src/rpc/quota/SlidingWindow';
import type { QuotaShare } from '../../../src/rpc/quota/limitsOf';
import { limitsOf } from '../../../src/rpc/quota/limitsOf';

/** What can be read of the resources of other accounts: a page over all of them, or what is known by its key. */
export type MemberRead = 'PAGE' | 'DETAIL' | 'TIMELINE';

/** How much is to be read. */
export interface Workload {
  readonly read: MemberRead;
  /** Over how many accounts. */
  readonly accounts: number;
  /** How many resources, evenly of those accounts; of a page it does not matter. */
  readonly resources: number;
  /** In how many of the accounts no session is open. */
  readonly withoutSession: number;
}

/** What a way to read comes to. */
export interface Effort {
  /** Calls, those of STS apart. */
  readonly calls: number;
  /** How long the last call waits for its turn, milliseconds, if nothing was sent before. */
  readonly waitMs: number;
  /** Calls that have to follow each other. */
  readonly roundTrips: number;
}

/** What a call takes until its answer is there, milliseconds: an assumption, to weigh round trips against waiting. */
const roundTripMs = 100;

/** The share by default; the rule is the same for any. */
const usualShare: QuotaShare = {
  sharePercent: 80,
  replicas: 1,
  unknownReadsPerMinute: 300,
  unknownWritesPerMinute: 60,
};

/** The operations of either way. If a member's have two versions, the one with the lower quota. */
const operationsOf: Readonly<Record<MemberRead, Readonly<Record<Route, Operation>>>> = {
  PAGE: { member: ListDiscoveredResources, accountGroup: ListAggregateDiscoveredResources },
  DETAIL: { member: DescribeDiscoveredResource, accountGroup: GetAggregateDiscoveredResource },
  TIMELINE: { member: GetResourceConfigurationTimeline, accountGroup: GetAggregateResourceConfigurationTimeline },
};

/** When the last of so many calls of one operation in one account can be sent, milliseconds from now. */
export const lastSentMs = (operation: Operation, calls: number, share: QuotaShare = usualShare): number =>
  calls === 0 ? 0 : new SlidingWindow(limitsOf(operation, share)).forecast(calls - 1, 0);

/**
 * What a workload comes to by one of the ways: an account group has one quota for all that is read through it, the
 * members have one each, and sessions are opened under the one quota of STS.
 */
export const effortOf = (route: Route, workload: Workload, share: QuotaShare = usualShare): Effort => {
  const { read, accounts, resources, withoutSession } = workload;
  const operation = operationsOf[read][route];
  if (route === 'accountGroup') {
    const calls = read === 'PAGE' ? 1 : resources;
    return { calls, waitMs: lastSentMs(operation, calls, share), roundTrips: 1 };
  }
  const callsEach = read === 'PAGE' ? 1 : Math.ceil(resources / accounts);
  return {
    calls: read === 'PAGE' ? accounts : resources,
    waitMs: lastSentMs(AssumeRole, withoutSession, share) + lastSentMs(operation, callsEach, share),
    roundTrips: withoutSession > 0 ? 2 : 1,
  };
};

/** Negative if the first is better: done sooner, or with fewer calls if both take as long. */
export const compareEfforts = (one: Effort, other: Effort): number =>
  timeOf(one) - timeOf(other) || one.calls - other.calls;

const timeOf = ({ waitMs, roundTrips }: Effort): number => waitMs + roundTrips * roundTripMs;

/** The route of a read with `MEMBER_ACCESS=role`: pages through the account group, anything known by its key in the member. */
export const routeOf = (read: MemberRead): Route => (read === 'PAGE' ? 'accountGroup' : 'member');

const rows: readonly [string, Omit<Workload, 'withoutSession'>][] = [
  ['a page of the resources of 500 accounts', { read: 'PAGE', accounts: 500, resources: 100 }],
  ['details of 20 resources of 20 accounts', { read: 'DETAIL', accounts: 20, resources: 20 }],
  ['details of 100 resources of 100 accounts', { read: 'DETAIL', accounts: 100, resources: 100 }],
  ['details of 600 resources of 500 accounts', { read: 'DETAIL', accounts: 500, resources: 600 }],
  ['details of 2,000 resources of 500 accounts', { read: 'DETAIL', accounts: 500, resources: 2000 }],
  ['timelines of 20 resources of 20 accounts', { read: 'TIMELINE', accounts: 20, resources: 20 }],
  ['timelines of 100 resources of 100 accounts', { read: 'TIMELINE', accounts: 100, resources: 100 }],
  ['timelines of 200 resources of 100 accounts', { read: 'TIMELINE', accounts: 100, resources: 200 }],
  ['timelines of 600 resources of 500 accounts', { read: 'TIMELINE', accounts: 500, resources: 600 }],
  ['timelines of 600 resources of 1 account', { read: 'TIMELINE', accounts: 1, resources: 600 }],
];

const seconds = (waitMs: number): string => (waitMs === 0 ? 'none' : `${(waitMs / 1000).toFixed(1)} s`);

const printed = ({ calls, waitMs, roundTrips }: Effort): string => `${calls} · ${seconds(waitMs)} · ${roundTrips}`;

/** The section of docs/UPSTREAM-CALLS.md that compares the two routes. */
export const memberRoutesSection = (): string =>
  [
    '## Reading other accounts: a role in each member, or the account group',
    'Calls, seconds until the last one is sent, and round trips. They follow from the published quotas, of which this gateway uses 80 % ([ADR 8](adr/0008-member-or-account-group.md)). `MEMBER_ACCESS=account-group` reads everything through the group.',
    [
      '| what is read | through the account group | in the members | in the members, no session open | `MEMBER_ACCESS=role` reads it in |',
      '| --- | --- | --- | --- | --- |',
      ...rows.map(([what, workload]) => {
        const warm = { ...workload, withoutSession: 0 };
        const cold = { ...workload, withoutSession: workload.accounts };
        const efforts = [effortOf('accountGroup', warm), effortOf('member', warm), effortOf('member', cold)];
        const rule = routeOf(workload.read) === 'member' ? 'the members' : 'the account group';
        return `| ${[what, ...efforts.map(printed), rule].join(' | ')} |`;
      }),
    ].join('\n'),
  ].join('\n\n');
