import { defineEnum, enumValue, unknownBeside } from '../enumValue';

const known = {
  COMPLIANT: 'The resource follows the rule; of several rules: every one that applies.',
  NON_COMPLIANT: 'The resource breaks the rule; of several rules: at least one.',
  NOT_APPLICABLE: 'The rule does not apply to the resource.',
  INSUFFICIENT_DATA: 'The data does not suffice to evaluate the resource.',
  IGNORED: 'The result was set to be ignored.',
};

export const ComplianceType = defineEnum('ComplianceType', 'What rules of Cloud Config come to for a resource.', {
  ...known,
  UNKNOWN: unknownBeside('rawComplianceType'),
});
export type ComplianceType = keyof typeof ComplianceType;

/** Reads a compliance type as the upstream prints it. */
export const parseComplianceTypeName = (raw: string | undefined): ComplianceType => enumValue(ComplianceType, raw);
