import { accountGroupHandlers } from './accountGroups';
import { aggregateResourceHandlers } from './aggregateResources';
import { recorderHandlers } from './recorder';
import { resourceHandlers } from './resources';
import { timelineHandlers } from './timeline';

/** Cloud Config 2020-09-07, answered from the state that the older version sees, too. */
export const cloudConfig2020Handlers = {
  ...recorderHandlers,
  ...timelineHandlers,
  ...resourceHandlers,
  ...accountGroupHandlers,
  ...aggregateResourceHandlers,
};
