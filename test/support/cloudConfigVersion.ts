import type { CloudConfigVersion } from '../../src/settings';

/** The version of Cloud Config that the tests of this jest project speak: see jest.config.js. */
export const cloudConfigVersion: CloudConfigVersion =
  (globalThis as { cloudConfigVersion?: CloudConfigVersion }).cloudConfigVersion ?? '2020-09-07';

/** What differs between the versions: what is so in the one that this jest project speaks. */
export const underVersion = <T>(expected: Readonly<Record<CloudConfigVersion, T>>): T => expected[cloudConfigVersion];

const newerActions: Readonly<Record<string, string>> = {
  DescribeConfigurationRecorder: 'GetConfigurationRecorder',
  DescribeDiscoveredResource: 'GetDiscoveredResource',
  PutConfigurationRecorder: 'UpdateConfigurationRecorder',
  GetSupportedResourceTypes: 'ListSupportedProducts',
};

/** The action of this project's version that does what `action` of 2019-01-08 does. */
export const actionNow = (action: string): string =>
  underVersion({ '2019-01-08': action, '2020-09-07': newerActions[action] ?? action });
