import {
  DescribeConfigurationRecorder,
  GetResourceConfigurationTimeline,
  ListAggregators,
  operations,
} from '../operations';
import type { Operation } from '../operations/operation';

/** The duties that a deployment may have, each with its own permissions, in words for docs/RAM-POLICIES.md. */
export const duties = {
  'read-resources': 'reading recorders, resources and their history (Cloud Config)',
  'read-account-groups': 'reading account groups and, through them, the resources of their members (Cloud Config)',
  'read-events': 'reading who made changes (ActionTrail)',
  'read-directory': 'reading the directory, its accounts and folders, enrollments and baselines',
  'write-recorder': 'starting and changing the configuration recorder',
  'init-directory': 'creating a resource directory',
  enroll: 'enrolling and creating accounts',
  'assume-roles': 'reading members with their roles',
} as const;

export type Duty = keyof typeof duties;

export const isDuty = (name: string): name is Duty => Object.hasOwn(duties, name);

/**
 * Account groups are read by the account that owns them, never in a member: one that owns a group would open other
 * accounts.
 */
const isOfAccountGroups = ({ action, parameters }: Operation): boolean =>
  action === ListAggregators.action || Object.hasOwn(parameters, 'AggregatorId');

/** Which duty an operation belongs to. */
export function dutyOf(operation: Operation): Duty {
  const { product, kind } = operation;
  switch (product.service) {
    case 'cloud-config':
      if (kind === 'write') return 'write-recorder';
      return isOfAccountGroups(operation) ? 'read-account-groups' : 'read-resources';
    case 'resource-manager':
      return kind === 'read' ? 'read-directory' : 'init-directory';
    case 'governance':
      return kind === 'read' ? 'read-directory' : 'enroll';
    case 'actiontrail':
      return 'read-events';
    case 'sts':
      return 'assume-roles';
  }
}

/** The versions of Cloud Config that the catalogue has. */
export const cloudConfigVersions = (): readonly string[] => [
  ...new Set(
    operations.filter(({ product }) => product.service === 'cloud-config').map(({ product }) => product.version),
  ),
];

/** The reads that the newer version does not answer, so that the older version serves them. */
const olderReads: ReadonlySet<Operation> = new Set<Operation>([
  DescribeConfigurationRecorder,
  GetResourceConfigurationTimeline,
]);

/**
 * The operations of a gateway that uses this version of Cloud Config. Account groups are read by the newer version
 * whichever is used otherwise, for only that has them; the organization and the counts of timelines by the older one.
 * The enterprise edition is always started by the older one, under the RAM action that the newer one's start has, too.
 */
export const operationsFor = (cloudConfigVersion: string): readonly Operation[] =>
  operations.filter(
    (operation) =>
      operation.product.service !== 'cloud-config' ||
      operation.product.version === cloudConfigVersion ||
      isOfAccountGroups(operation) ||
      olderReads.has(operation),
  );
