import { Field, Int, ObjectType } from 'type-graphql';
import type { ClientError } from '../../src/errors/ClientError';
import type { GovernanceErrorCode as Code } from '../../src/errors/GovernanceErrorCode';
import { defineEnum } from '../enumValue';

export const GovernanceErrorCode = defineEnum<Code>(
  'GovernanceErrorCode',
  'Why something failed. This is the complete list of codes of this API, here and in `extensions.code` of `errors`.',
  {
    BAD_USER_INPUT: 'The input is invalid. The message says what was expected and what came.',
    UNAUTHENTICATED: 'The request has no valid identity.',
    FORBIDDEN: 'This deployment, or the gateway’s upstream credentials, may not do this.',
    NOT_FOUND: 'The requested object does not exist upstream.',
    CONFLICT: 'The state of the account does not allow this now.',
    LIMIT_EXCEEDED: 'A limit was exceeded.',
    RATE_LIMITED: 'The caller has sent too many requests.',
    OVERLOADED: 'The gateway is overloaded.',
    UPSTREAM_THROTTLED: 'Flow control does not allow the call now.',
    UPSTREAM_UNAVAILABLE: 'The upstream could not be reached, or failed.',
    UPSTREAM_TIMEOUT: 'The upstream did not answer in time.',
    UPSTREAM_BAD_RESPONSE: 'The upstream returned an invalid response.',
    UPSTREAM_REJECTED: 'The upstream rejected the call with a code of its own: see `upstreamCode`.',
    UPSTREAM_AUTH: 'The upstream rejected the gateway’s own credentials or clock.',
    IDEMPOTENCY_KEY_REUSED: 'The idempotency key was already used with a different input.',
    IDEMPOTENCY_IN_PROGRESS: 'A call with this idempotency key is still running.',
    INTERNAL_SERVER_ERROR: 'The gateway itself failed.',
  },
);

/** Why a mutation did not have its effect. */
@ObjectType({
  simpleResolvers: true,
  description: 'Why a mutation did not succeed, or what could not be read afterwards.',
})
export class GovernanceError {
  @Field(() => GovernanceErrorCode, { description: 'The kind of error, for programs to test.' })
  readonly code!: Code;

  @Field(() => String, {
    nullable: true,
    description:
      'The error code of the upstream, as its documents spell it. Null if the upstream did not reject the call.',
  })
  readonly upstreamCode!: string | null;

  @Field(() => String, {
    description: 'What is wrong, for people. The language follows `Accept-Language`: English or Chinese.',
  })
  readonly message!: string;

  @Field(() => [String], {
    nullable: true,
    description:
      'The path of the input field that is wrong. Null if the input is not the cause, or if the upstream did not say which field is.',
  })
  readonly field!: readonly string[] | null;

  @Field(() => Boolean, {
    description: 'Whether the same mutation can succeed later without a change. Never true if the outcome is UNKNOWN.',
  })
  readonly retryable!: boolean;

  @Field(() => Int, {
    nullable: true,
    description:
      'How long to wait before you send the mutation again, in milliseconds. Null if no time is known, or if it must not be sent again.',
  })
  readonly retryAfterMs!: number | null;

  static from(error: ClientError): GovernanceError {
    return Object.assign(new GovernanceError(), {
      code: error.code,
      upstreamCode: error.upstream?.code ?? null,
      message: error.message,
      field: error.field ?? null,
      retryable: error.retryable,
      retryAfterMs: error.retryAfterMs ?? null,
    } satisfies GovernanceError);
  }
}
