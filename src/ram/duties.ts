import { operations } from '../operations';
import type { Operation } from '../operations/operation';

/** What a deployment may be there for, each a permission of its own; in words for docs/RAM-POLICIES.md. */
export const duties = {
  'read-resources': 'reading recorders, resources and their history (Cloud Config)',
  'read-directory': 'reading the directory, its accounts and folders, enrolments and baselines',
  'write-recorder': 'starting and changing the configuration recorder',
  'init-directory': 'making a resource directory',
  enroll: 'enrolling and creating accounts',
  'assume-roles': 'reading members by their roles',
} as const;

export type Duty = keyof typeof duties;

export const isDuty = (name: string): name is Duty => Object.hasOwn(duties, name);

/** Which duty an operation belongs to. */
export function dutyOf({ product, kind }: Operation): Duty {
  switch (product.service) {
    case 'cloud-config':
      return kind === 'read' ? 'read-resources' : 'write-recorder';
    case 'resource-manager':
      return kind === 'read' ? 'read-directory' : 'init-directory';
    case 'governance':
      return kind === 'read' ? 'read-directory' : 'enroll';
    case 'sts':
      return 'assume-roles';
  }
}

const older = '2019-01-08';

/** Operations of the older Cloud Config that its later version has under another name. */
const renamed: ReadonlySet<string> = new Set([
  'DescribeConfigurationRecorder',
  'PutConfigurationRecorder',
  'DescribeDiscoveredResource',
  'GetDiscoveredResourceCounts',
]);

/** The versions of Cloud Config that the catalogue has. */
export const cloudConfigVersions = (all: readonly Operation[] = operations): readonly string[] => [
  ...new Set(all.filter(({ product }) => product.service === 'cloud-config').map(({ product }) => product.version)),
];

/**
 * The operations of a gateway that uses this version of Cloud Config; with the later version also those of the older
 * one that have no later form.
 */
export const operationsFor = (
  cloudConfigVersion: string,
  all: readonly Operation[] = operations,
): readonly Operation[] => {
  const isOfVersion = ({ product: { service, version } }: Operation) =>
    service !== 'cloud-config' || version === cloudConfigVersion;
  const own = all.filter(isOfVersion);
  const replaced = new Set([...renamed, ...own.map(({ action }) => action)]);
  return all.filter((each) => isOfVersion(each) || (each.product.version === older && !replaced.has(each.action)));
};
