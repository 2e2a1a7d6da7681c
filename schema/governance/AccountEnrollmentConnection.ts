import { ArgsType, Field, InputType } from 'type-graphql';
import { PageArgs } from '../relay/PageArgs';
import { connectionOf } from '../relay/connectionOf';
import { AccountEnrollment } from './AccountEnrollment';
import { AccountEnrollmentStatusInput } from './AccountEnrollmentStatus';

export const AccountEnrollmentConnection = connectionOf(AccountEnrollment, {
  name: 'AccountEnrollment',
  items: 'enrolments',
  totalCountIsNull:
    'with a filter, and if the list does not come in one answer of the upstream, at most a hundred: it does not count them',
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
      'Which enrollments to return. The upstream has no such filter: its list is read on until the page is full, ten of its pages at most. That costs at most eight more calls.',
  })
  readonly filter?: AccountEnrollmentFilter | null;
}
