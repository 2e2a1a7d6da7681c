import type { CloudConfigVersion } from '../../settings';
import { cloudConfig2019 } from './2019-01-08';
import { cloudConfig2020 } from './2020-09-07';
import type { CloudConfigApi } from './CloudConfigApi';

/** Cloud Config as the graph needs it, by the version that is spoken. */
export const cloudConfigApis: Readonly<Record<CloudConfigVersion, CloudConfigApi>> = {
  '2019-01-08': cloudConfig2019,
  '2020-09-07': cloudConfig2020,
};
