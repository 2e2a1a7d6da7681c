import { isJsonObject } from '../json/jsonObject';
import { parseJsonObject } from '../json/parseJsonText';

/** What one rule came to for a resource. Types are spelled as the upstream spells them. */
export interface RuleOutcome {
  readonly ruleId: string | null;
  readonly ruleName: string | null;
  readonly accountId: string | null;
  readonly complianceType: string | undefined;
}

/**
 * Reads the rules of an evaluation: `ConfigRuleList`. Only samples show its form, so members may be missing.
 *
 * @returns null if the text is of no such form: a part of the rules would read like all of them.
 */
export const parseRuleOutcomes = (text: string): readonly RuleOutcome[] | null => {
  const list = parseJsonObject(text)?.ConfigRuleList;
  if (!Array.isArray(list) || !list.every(isJsonObject)) return null;
  return (list as readonly Readonly<Record<string, unknown>>[]).map((rule) => ({
    ruleId: textIn(rule.configRuleId) ?? null,
    ruleName: textIn(rule.configRuleName) ?? null,
    accountId: textIn(rule.accountId) ?? null,
    complianceType: textIn(rule.complianceType),
  }));
};

/** Reads the overall result of all rules of an evaluation. Undefined if the text does not contain it. */
export const parseComplianceType = (text: string): string | undefined => typeIn(parseJsonObject(text)?.Compliance);

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
