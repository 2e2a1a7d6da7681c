import { Field, ID, Int, ObjectType } from 'type-graphql';
import type { ClientError } from '../../src/errors/ClientError';
import type { GovernanceErrorCode as Code } from '../../src/errors/GovernanceErrorCode';
import type { FeedGap } from '../../src/feed/FeedGap';
import { defineEnum } from '../enumValue';
import { DateTime } from '../scalars';
import { GovernanceErrorCode } from '../writing/GovernanceError';
import { CloudResource } from './CloudResource';

type Source = FeedGap['subject']['source'];

export const ReadGapSource = defineEnum<Source>('ReadGapSource', 'What a gap is about.', {
  ACCOUNT: 'All resources of one account.',
  ACCOUNT_GROUP: 'All resources of an account group.',
  RESOURCE: 'One resource alone.',
});

/** What is missing from a page, and why. */
@ObjectType({
  simpleResolvers: true,
  description: 'A part of an answer that could not be read. The rest of the answer is right.',
})
export class ReadGap {
  @Field(() => ReadGapSource, { description: 'What could not be read.' })
  readonly source!: Source;

  @Field(() => ID, { nullable: true, description: 'The ID of the account. Null if the source is an account group.' })
  readonly accountId!: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'The ID of the account group. Null if the source is an account or a resource.',
  })
  readonly accountGroupId!: string | null;

  @Field(() => CloudResource, {
    nullable: true,
    description: 'The resource. Null if the source is an account or an account group.',
  })
  readonly resource!: CloudResource | null;

  @Field(() => DateTime, {
    description:
      'The start of the missing range, included. Changes of the source that were captured in the range are not on this page, and no later page has them.',
  })
  readonly from!: Date;

  @Field(() => DateTime, { description: 'The end of the missing range, not included.' })
  readonly to!: Date;

  @Field(() => GovernanceErrorCode, { description: 'The kind of error, for programs to test.' })
  readonly code!: Code;

  @Field(() => String, {
    description: 'What went wrong, for people. The language follows `Accept-Language`: English or Chinese.',
  })
  readonly message!: string;

  @Field(() => Boolean, {
    description:
      'Whether a second request for the same page may fill the gap. A later page reads the source again in any case, for its own part of the range.',
  })
  readonly retryable!: boolean;

  @Field(() => Int, {
    nullable: true,
    description: 'How long to wait before that request, in milliseconds. Null if no time is known.',
  })
  readonly retryAfterMs!: number | null;

  /** @param error why, as clients may know it. */
  static of({ subject }: FeedGap, range: { readonly from: number; readonly to: number }, error: ClientError): ReadGap {
    const { source } = subject;
    const resource = source === 'RESOURCE' ? CloudResource.of(subject.resource) : null;
    return Object.assign(new ReadGap(), {
      source,
      accountId: source === 'ACCOUNT' ? subject.accountId : (resource?.accountId ?? null),
      accountGroupId: source === 'ACCOUNT_GROUP' ? subject.accountGroupId : null,
      resource,
      from: new Date(range.from),
      to: new Date(range.to),
      code: error.code,
      message: error.message,
      retryable: error.retryable,
      retryAfterMs: error.retryAfterMs ?? null,
    } satisfies ReadGap);
  }
}
