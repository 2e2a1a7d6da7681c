import { parseEvaluation, parsePreviousType } from '../../../src/changes/parseCompliance';
import { isJsonObject } from '../../../src/json/jsonObject';
import { loadExamples } from '../../facts/load';

/** The records of every example of a compliance timeline. */
const records = loadExamples()
  .filter(({ action }) => action.endsWith('ResourceComplianceTimeline'))
  .flatMap(({ text }) => {
    const answer = JSON.parse(text) as {
      readonly ResourceComplianceTimeline: {
        readonly ComplianceList: readonly { readonly Configuration: string; readonly ConfigurationDiff: string }[];
      };
    };
    return answer.ResourceComplianceTimeline.ComplianceList;
  });

it('reads every example', () => {
  expect(records).not.toEqual([]);
  for (const { Configuration, ConfigurationDiff } of records) {
    const { Compliance } = JSON.parse(Configuration) as { readonly Compliance: { readonly complianceType: string } };
    const [before] = (JSON.parse(ConfigurationDiff) as { readonly Compliance: readonly unknown[] }).Compliance;

    expect(parsePreviousType(ConfigurationDiff)).toBe(isJsonObject(before) ? 'COMPLIANT' : undefined);
    expect(parseEvaluation(Configuration)).toEqual({
      complianceType: Compliance.complianceType,
      rules: [
        {
          ruleId: 'cr-3f0d51a2b7c84e6f90d1',
          ruleName: 'ecs-disk-encrypted',
          accountId: '1734905562810937',
          complianceType: 'NON_COMPLIANT',
        },
      ],
    });
  }
});

it.each(['', 'null', '[]', '{', '{"Compliance":[],"ConfigRuleList":{}}', '{"ConfigRuleList":[1]}'])(
  'returns nothing for %j',
  (text) => {
    expect(parseEvaluation(text)).toEqual({ complianceType: undefined, rules: null });
    expect(parsePreviousType(text)).toBeUndefined();
  },
);

it('keeps the rules that lack a member, and the digits of an account ID that is too long for a number', () => {
  const text = '{"ConfigRuleList":[{"accountId":17349055628109370,"complianceType":"WAIVED"},{"configRuleId":""}]}';

  expect(parseEvaluation(text).rules).toEqual([
    { ruleId: null, ruleName: null, accountId: '17349055628109370', complianceType: 'WAIVED' },
    { ruleId: null, ruleName: null, accountId: null, complianceType: undefined },
  ]);
});
