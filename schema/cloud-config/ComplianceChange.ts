import { Field, ID, ObjectType } from 'type-graphql';
import type { RuleOutcome } from '../../src/changes/parseCompliance';
import { parseEvaluation, parsePreviousType } from '../../src/changes/parseCompliance';
import type { ComplianceChangeRecord } from '../../src/operations/cloud-config/ComplianceChangeRecord';
import { rawTextOf } from '../enumValue';
import { DateTime } from '../scalars';
import { presentText } from '../scalars/present';
import { ComplianceType, parseComplianceTypeName } from './ComplianceType';

/** What one rule came to. */
@ObjectType({ simpleResolvers: true, description: 'What one rule of Cloud Config came to for a resource.' })
export class RuleEvaluation {
  @Field(() => ID, {
    nullable: true,
    description: 'The rule ID, such as `cr-3f0d51…`. Null if the upstream returns none.',
  })
  readonly ruleId!: string | null;

  @Field(() => String, { nullable: true, description: 'The name of the rule. Null if the upstream returns none.' })
  readonly ruleName!: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'The ID of the account that the rule evaluated. Null if the upstream returns none.',
  })
  readonly accountId!: string | null;

  @Field(() => ComplianceType, { description: 'What the rule came to.' })
  readonly complianceType!: ComplianceType;

  @Field(() => String, {
    description: 'The value of `complianceType` as the upstream returned it. Empty if it returned none.',
  })
  readonly rawComplianceType!: string;
}

/** One evaluation that changed what the rules come to for a resource. The upstream gives it no identity. */
@ObjectType({
  simpleResolvers: true,
  description:
    'A change of the compliance of a resource: an evaluation by the rules of Cloud Config. It has no ID: `cursor` identifies its place in the timeline.',
})
export class ComplianceChange {
  @Field(() => DateTime, { description: 'When Cloud Config recorded the evaluation.' })
  readonly capturedAt!: Date;

  @Field(() => ComplianceType, { description: 'What all rules together came to.' })
  readonly complianceType!: ComplianceType;

  @Field(() => String, {
    description: 'The value of `complianceType` as the upstream returned it. Empty if it returned none.',
  })
  readonly rawComplianceType!: string;

  @Field(() => ComplianceType, {
    nullable: true,
    description:
      'What all rules together came to before. Null if this is the first evaluation, or if the upstream returns none.',
  })
  readonly previousComplianceType!: ComplianceType | null;

  @Field(() => String, { nullable: true, description: rawTextOf('previousComplianceType') })
  readonly rawPreviousComplianceType!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The name of the resource at that time. Null if it had none.',
  })
  readonly resourceName!: string | null;

  @Field(() => String, { nullable: true, description: rawTextOf('rules') })
  readonly rawEvaluation!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'What changed in the evaluation, as the upstream returned it: JSON. Null if it returned none.',
  })
  readonly rawDiff!: string | null;

  @Field(() => [RuleEvaluation], {
    nullable: true,
    description:
      'What each rule came to. Null if the upstream returns no rules, or if they cannot be parsed: see `rawEvaluation`.',
  })
  readonly rules!: readonly RuleEvaluation[] | null;

  /** The only place where wire names become GraphQL names. */
  static fromRecord(record: ComplianceChangeRecord): ComplianceChange {
    const { complianceType: type, rules } = parseEvaluation(record.Configuration ?? '');
    const previous = parsePreviousType(record.ConfigurationDiff ?? '');
    return Object.assign(new ComplianceChange(), {
      capturedAt: new Date(record.CaptureTime),
      complianceType: parseComplianceTypeName(type),
      rawComplianceType: type ?? '',
      previousComplianceType: previous === undefined ? null : parseComplianceTypeName(previous),
      rawPreviousComplianceType: previous ?? null,
      resourceName: presentText(record.ResourceName),
      rawEvaluation: record.Configuration ?? null,
      rawDiff: record.ConfigurationDiff ?? null,
      rules: rules?.map(toRuleEvaluation) ?? null,
    } satisfies ComplianceChange);
  }
}

const toRuleEvaluation = ({ complianceType, ...rule }: RuleOutcome): RuleEvaluation => ({
  ...rule,
  complianceType: parseComplianceTypeName(complianceType),
  rawComplianceType: complianceType ?? '',
});
