import type { BaselineItemDefinition } from '../world/WorldDefinition';
import type { BaselineItem } from './Enrollment';

/** An item of a world file as the account factory keeps it. */
export const toBaselineItem = ({ name, version, config, skip }: BaselineItemDefinition): BaselineItem => ({
  name,
  version,
  config: typeof config === 'string' ? config : JSON.stringify(config ?? {}),
  skip,
});

/** Items laid over those of a baseline: the same name replaces, another name is added. */
export function mergeBaselineItems(
  baseline: readonly BaselineItem[],
  overlay: readonly BaselineItem[],
): readonly BaselineItem[] {
  const byName = new Map([...baseline, ...overlay].map((item) => [item.name, item]));
  return [...byName.values()];
}
