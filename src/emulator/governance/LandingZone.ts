import type { BaselineDefinition, BlueprintDefinition, GovernanceDefinition } from '../world/WorldDefinition';
import { toEpochMs } from '../world/WorldDefinition';
import type { BaselineItem } from './Enrollment';
import { toBaselineItem } from './mergeBaselineItems';

/** How long a blueprint takes to be deployed. World time. */
export const deploymentMs = 10 * 60_000;

/** A part of a landing zone that must be deployed before accounts can be enrolled. */
export interface Blueprint {
  readonly name: string;
  readonly status: 'NotDeployed' | 'Deploying' | 'Deployed' | 'Deleting';
}

/** A baseline with its items. */
export interface Baseline {
  readonly baselineId: string;
  readonly name: string;
  readonly type: string;
  readonly description: string;
  readonly createdAt?: number;
  readonly updatedAt?: number;
  readonly items: readonly BaselineItem[];
}

/** What one management account has set up in Cloud Governance Center. */
export class LandingZone {
  private readonly baselines: ReadonlyMap<string, Baseline>;

  constructor(private readonly definition: GovernanceDefinition) {
    this.baselines = new Map(definition.baselines.map((baseline) => [baseline.baselineId, toBaseline(baseline)]));
  }

  get defaultBaselineId(): string {
    return this.definition.defaultBaselineId;
  }

  /** The folders and accounts that every other blueprint builds on. */
  resourceStructure(now: number): Blueprint {
    return at(this.definition.resourceStructure, now);
  }

  /** The blueprint that enrols accounts; undefined if it was never set up. */
  accountFactory(now: number): Blueprint | undefined {
    return this.definition.accountFactory ? at(this.definition.accountFactory, now) : undefined;
  }

  baseline(baselineId: string): readonly BaselineItem[] | undefined {
    return this.find(baselineId)?.items;
  }

  find(baselineId: string): Baseline | undefined {
    return this.baselines.get(baselineId);
  }

  all(): readonly Baseline[] {
    return [...this.baselines.values()];
  }

  /** The first of the items that cannot be applied to the account, with the error it meets. */
  inapplicable(
    items: readonly BaselineItem[],
    accountId: string,
  ): GovernanceDefinition['inapplicableItems'][number] | undefined {
    const { inapplicableItems } = this.definition;
    return items
      .filter(({ skip }) => !skip)
      .map(({ name }) =>
        inapplicableItems.find((item) => item.name === name && (item.accountId ?? accountId) === accountId),
      )
      .find((item) => item !== undefined);
  }
}

function toBaseline({ createTime, updateTime = createTime, items, ...rest }: BaselineDefinition): Baseline {
  return {
    ...rest,
    createdAt: createTime === undefined ? undefined : toEpochMs(createTime),
    updatedAt: updateTime === undefined ? undefined : toEpochMs(updateTime),
    items: items.map(toBaselineItem),
  };
}

function at({ name, status, since }: BlueprintDefinition, now: number): Blueprint {
  const isDeployed = status === 'Deploying' && since !== undefined && now >= toEpochMs(since) + deploymentMs;
  return { name, status: isDeployed ? 'Deployed' : status };
}
