import type { complianceTypes } from '../../operations/cloud-config/2020-09-07/ResourceRecord';
import type { ComplianceRuleDefinition } from '../world/WorldDefinition';
import type { Captured, Change, Configuration, History, Records, Slice } from './History';
import { applyDiff, firstAtOrAfter } from './History';
import { statusOf } from './trackedResource';

type ComplianceType = (typeof complianceTypes)[number];

/** One evaluation with another outcome than the one before it. */
export interface Evaluation extends Captured {
  /** The change that was evaluated. */
  readonly change: Change;
  /** The state of the resource after the change, as its product names it. */
  readonly resourceStatus: string;
  readonly summary: Summary;
  /** Undefined for the first one. */
  readonly before: Summary | undefined;
  readonly outcomes: readonly Outcome[];
}

/** What all rules come to, and how many of them come to just that. */
interface Summary {
  readonly complianceType: ComplianceType;
  readonly count: number;
}

interface Outcome {
  readonly rule: ComplianceRuleDefinition;
  readonly complianceType: ComplianceType;
}

/** How long after a change its resource is evaluated. */
export const evaluationDelayMs = 60_000;

/** The states from most to least important. The state of a resource is the first that any of its rules has. */
const weightiest: readonly ComplianceType[] = [
  'NON_COMPLIANT',
  'INSUFFICIENT_DATA',
  'COMPLIANT',
  'IGNORED',
  'NOT_APPLICABLE',
];

/**
 * The evaluations that follow from the changes of a resource: the same ones at each read. Changes of one millisecond
 * are evaluated together. A removed resource is not evaluated.
 */
export class Evaluations implements Records<Evaluation> {
  private readonly evaluations: readonly Evaluation[];

  constructor(
    private readonly history: History,
    rules: readonly ComplianceRuleDefinition[],
  ) {
    const { resourceType } = history.resource;
    this.evaluations = evaluate(
      history,
      rules.filter((rule) => rule.resourceType === resourceType),
    );
  }

  get resource(): History['resource'] {
    return this.history.resource;
  }

  get length(): number {
    return this.evaluations.length;
  }

  slice(from: number, to: number): readonly Evaluation[] {
    return this.evaluations.slice(from, to);
  }

  between(start: number, end: number): Slice {
    const timeAt = (position: number): number => this.evaluations[position]?.capturedAt ?? Infinity;
    const from = firstAtOrAfter(this.length, timeAt, start);
    return { from, to: Math.max(from, firstAtOrAfter(this.length, timeAt, end + 1)) };
  }
}

function evaluate(history: History, rules: readonly ComplianceRuleDefinition[]): readonly Evaluation[] {
  if (rules.length === 0) return [];
  const configuration = new Map(history.configurationAfter(0));
  const changes = history.slice(0, history.length);
  const evaluations: Evaluation[] = [];
  let last: Evaluation | undefined;
  changes.forEach((change, index) => {
    applyDiff(configuration, change.diff);
    if (changes[index + 1]?.capturedAt === change.capturedAt) return;
    if (change.type === 'REMOVE') {
      last = undefined;
      return;
    }
    const outcomes = rules.map((rule) => ({ rule, complianceType: outcomeOf(rule, history, configuration) }));
    if (last !== undefined && typesOf(last.outcomes) === typesOf(outcomes)) return;
    const capturedAt = change.capturedAt + evaluationDelayMs;
    const resourceStatus = statusOf(configuration);
    last = { capturedAt, change, resourceStatus, summary: summaryOf(outcomes), before: last?.summary, outcomes };
    evaluations.push(last);
  });
  return evaluations;
}

function outcomeOf(
  { property, compliant, withoutProperty, ignored }: ComplianceRuleDefinition,
  { resource }: History,
  configuration: Configuration,
): ComplianceType {
  if (ignored.includes(resource.resourceId)) return 'IGNORED';
  if (!configuration.has(property)) return withoutProperty;
  const value = JSON.stringify(configuration.get(property));
  return compliant.some((one) => JSON.stringify(one) === value) ? 'COMPLIANT' : 'NON_COMPLIANT';
}

const typesOf = (outcomes: readonly Outcome[]): string => outcomes.map((one) => one.complianceType).join();

function summaryOf(outcomes: readonly Outcome[]): Summary {
  const types = outcomes.map((one) => one.complianceType);
  const complianceType = weightiest.find((type) => types.includes(type)) ?? 'INSUFFICIENT_DATA';
  return { complianceType, count: types.filter((type) => type === complianceType).length };
}
