import {
  AssumeRole,
  DescribeDiscoveredResource,
  GetAggregateDiscoveredResource,
  GetAggregateResourceConfigurationTimeline,
  GetResourceConfigurationTimeline,
  ListAggregateDiscoveredResources,
  ListDiscoveredResources,
} from '../operations';
import type { Operation } from '../operations/operation';
import { SlidingWindow } from '../rpc/quota/SlidingWindow';
import type { QuotaShare } from '../rpc/quota/limitsOf';
import { limitsOf } from '../rpc/quota/limitsOf';
import type { MemberAccess } from '../settings';

/** How a read reaches resources of other accounts: each in its account, by a role there; or through an account group. */
export type Route = 'member' | 'accountGroup';

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
  /** How long the last call waits for its turn, milliseconds, where nothing was sent before. */
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

/** The operations of either way. Where a member's have two versions, the one with the lower quota. */
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

/** Negative where the first is better: sooner done; with fewer calls, where both take as long. */
export const compareEfforts = (one: Effort, other: Effort): number =>
  timeOf(one) - timeOf(other) || one.calls - other.calls;

const timeOf = ({ waitMs, roundTrips }: Effort): number => waitMs + roundTrips * roundTripMs;

/**
 * Of what size the rule is worked out: as many calls as a document may make by default, over a large directory, and with
 * the sessions open, which they are from the first read in an hour on.
 */
const typical = { accounts: 500, resources: 600, withoutSession: 0 };

/** The member where both are as good: its quota is its own, and no other read waits for it. */
const quicker = (read: MemberRead): Route => {
  const workload = { read, ...typical };
  return compareEfforts(effortOf('accountGroup', workload), effortOf('member', workload)) < 0
    ? 'accountGroup'
    : 'member';
};

const routes: Readonly<Record<MemberRead, Route>> = {
  PAGE: quicker('PAGE'),
  DETAIL: quicker('DETAIL'),
  TIMELINE: quicker('TIMELINE'),
};

/**
 * The rule: which way a read of resources of other accounts goes. The one that is sooner done under the quotas of the
 * catalogue, whatever the moment's state: the same document is answered the same way each time, by the same rights.
 * Where the gateway may not assume roles, all goes through the account group.
 *
 * @see docs/adr/0008-member-or-account-group.md
 */
export const routeOf = (read: MemberRead, access: MemberAccess): Route =>
  access === 'account-group' ? 'accountGroup' : routes[read];
