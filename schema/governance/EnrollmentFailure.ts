import { Field, ObjectType } from 'type-graphql';
import type { EnrolledAccountRecord } from '../../src/operations/governance/GetEnrolledAccount';
import { presentText } from '../scalars/present';

/** Why an enrollment failed, in the upstream's words. */
@ObjectType({ simpleResolvers: true, description: 'Why an enrollment failed, as the upstream reports it.' })
export class EnrollmentFailure {
  @Field(() => String, {
    nullable: true,
    description: 'The error code of the product that failed. Null if the upstream does not return it.',
  })
  readonly code!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The error text of the product that failed. Null if the upstream does not return it.',
  })
  readonly message!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'A link to the upstream’s page about the error. Null if there is none.',
  })
  readonly recommendation!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The ID of the failed call, for the upstream’s support desk. Null if the upstream does not return it.',
  })
  readonly requestId!: string | null;

  /** The one place where wire names meet GraphQL names. */
  static fromRecord(record: NonNullable<EnrolledAccountRecord['ErrorInfo']>): EnrollmentFailure {
    return Object.assign(new EnrollmentFailure(), {
      code: presentText(record.Code),
      message: presentText(record.Message),
      recommendation: presentText(record.Recommend),
      requestId: presentText(record.RequestId),
    } satisfies EnrollmentFailure);
  }
}
