import { ArgsType, Field, InputType } from 'type-graphql';
import { PageArgs } from '../relay/PageArgs';
import { connectionOf } from '../relay/connectionOf';
import { AccountEnrollment } from './AccountEnrollment';
import { AccountEnrollmentStatusInput } from './AccountEnrollmentStatus';

export const AccountEnrollmentConnection = connectionOf(AccountEnrollment, {
  name: 'AccountEnrollment',
  items: 'enrollments',
  totalCountIsNull:
    'with a filter. Also null if the list is longer than one upstream page of a hundred, because the upstream does not count enrollments',
});
export type AccountEnrollmentConnection = InstanceType<typeof AccountEnrollmentConnection>;

@InputType({ description: 'Which enrollments to return. An omitted member matches every enrollment.' })
export class AccountEnrollmentFilter {
  @Field(() => [AccountEnrollmentStatusInput], {
    nullable: true,
    description: 'Only enrollments in one of these states. An empty list matches every enrollment.',
  })
  readonly status?: readonly AccountEnrollmentStatusInput[] | null;
}

/** What a field that lists enrollments takes. */
@ArgsType()
export class AccountEnrollmentsArgs extends PageArgs {
  @Field(() => AccountEnrollmentFilter, {
    nullable: true,
    description:
      'Which enrollments to return. The upstream cannot filter enrollments: the gateway reads its list until the page is full, at most ten upstream pages. That costs at most eight more calls.',
  })
  readonly filter?: AccountEnrollmentFilter | null;
}
