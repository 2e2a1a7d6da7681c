import { Field, ObjectType } from 'type-graphql';
import type { EnrolledAccountRecord } from '../../src/operations/governance/GetEnrolledAccount';
import { defineEnum, enumValue, rawTextOf, unknownBeside } from '../enumValue';

export const EnrollmentStepStatus = defineEnum(
  'EnrollmentStepStatus',
  'The status of a baseline item of an enrollment.',
  {
    PENDING: 'It is waiting to start.',
    RUNNING: 'It is being applied.',
    FINISHED: 'It was applied.',
    FAILED: 'It could not be applied.',
    UNKNOWN: unknownBeside('rawStatus'),
  },
);
export type EnrollmentStepStatus = keyof typeof EnrollmentStepStatus;

const statuses = { Pending: 'PENDING', Running: 'RUNNING', Finished: 'FINISHED', Failed: 'FAILED' } as const;

/** How far one baseline item of an enrollment is. */
@ObjectType({ simpleResolvers: true, description: 'The progress of one baseline item of an enrollment.' })
export class EnrollmentStep {
  @Field(() => String, { description: 'The baseline item’s name.' })
  readonly name!: string;

  @Field(() => EnrollmentStepStatus, { description: 'The status of the baseline item.' })
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
