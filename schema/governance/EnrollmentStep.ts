import { Field, ObjectType } from 'type-graphql';
import type { EnrolledAccountRecord } from '../../src/operations/governance/GetEnrolledAccount';
import { defineEnum, enumValue, rawTextOf, unknownBeside } from '../enumValue';

export const EnrollmentStepStatus = defineEnum('EnrollmentStepStatus', 'How far a baseline item of an enrolment is.', {
  PENDING: 'It waits for its turn.',
  RUNNING: 'It is being applied.',
  FINISHED: 'It was applied.',
  FAILED: 'It could not be applied.',
  UNKNOWN: unknownBeside('rawStatus'),
});
export type EnrollmentStepStatus = keyof typeof EnrollmentStepStatus;

const statuses = { Pending: 'PENDING', Running: 'RUNNING', Finished: 'FINISHED', Failed: 'FAILED' } as const;

/** How far one baseline item of an enrolment is. */
@ObjectType({ simpleResolvers: true, description: 'How far one baseline item of an enrolment is.' })
export class EnrollmentStep {
  @Field(() => String, { description: 'The baseline item’s name.' })
  readonly name!: string;

  @Field(() => EnrollmentStepStatus, { description: 'How far the baseline item is.' })
  readonly status!: EnrollmentStepStatus;

  @Field(() => String, { nullable: true, description: rawTextOf('status') })
  readonly rawStatus!: string | null;

  /** The one place where wire names meet GraphQL names. */
  static fromRecord(record: NonNullable<EnrolledAccountRecord['Progress']>[number]): EnrollmentStep {
    return Object.assign(new EnrollmentStep(), {
      name: record.Name ?? '',
      status: enumValue(statuses, record.Status),
      rawStatus: record.Status ?? null,
    } satisfies EnrollmentStep);
  }
}
