import { isJsonObject } from '../json/jsonObject';
import { parseJsonObject } from '../json/parseJsonText';

/** What one rule came to for a resource. Types are spelled as the upstream spells them. */
export interface RuleOutcome {
  readonly ruleId: string | null;
  readonly ruleName: string | null;
  readonly accountId: string | null;
  readonly complianceType: string | undefined;
}

/** What all rules came to for a resource. */
export interface EvaluationOutcome {
  /** The overall result. Undefined if the text does not contain it. */
  readonly complianceType: string | undefined;
  /** Null if the text has no rules in the known form: a part of the rules would read like all of them. */
  readonly rules: readonly RuleOutcome[] | null;
}

/** Reads an evaluation. Only samples show its form, so members may be missing. */
export const parseEvaluation = (text: string): EvaluationOutcome => {
  const evaluation = parseJsonObject(text);
  return { complianceType: typeIn(evaluation?.Compliance), rules: rulesIn(evaluation?.ConfigRuleList) };
};

const rulesIn = (list: unknown): readonly RuleOutcome[] | null => {
  if (!Array.isArray(list) || !list.every(isJsonObject)) return null;
  return (list as readonly Readonly<Record<string, unknown>>[]).map((rule) => ({
    ruleId: textIn(rule.configRuleId) ?? null,
    ruleName: textIn(rule.configRuleName) ?? null,
    accountId: textIn(rule.accountId) ?? null,
    complianceType: textIn(rule.complianceType),
  }));
};

/**
 * Reads the overall result before an evaluation. Undefined if the diff does not contain it, or if it was the first
 * evaluation.
 */
export const parsePreviousType = (diff: string): string | undefined => {
  const pair = parseJsonObject(diff)?.Compliance;
  return Array.isArray(pair) && pair.length === 2 ? typeIn(pair[0]) : undefined;
};

const typeIn = (summary: unknown): string | undefined =>
  isJsonObject(summary) ? textIn(summary.complianceType) : undefined;

const textIn = (value: unknown): string | undefined => {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value !== '' ? value : undefined;
};
