import { Field, Int, ObjectType } from 'type-graphql';
import type { ClientError } from '../../src/errors/ClientError';
import type { GovernanceErrorCode as Code } from '../../src/errors/GovernanceErrorCode';
import { defineEnum } from '../enumValue';

export const GovernanceErrorCode = defineEnum<Code>(
  'GovernanceErrorCode',
  'Why something failed: the closed list of codes of this API, here and in `extensions.code` of `errors`.',
  {
    BAD_USER_INPUT: 'The input is not valid; the message says what was expected and what came.',
    UNAUTHENTICATED: 'The request carries no valid identity.',
    FORBIDDEN: 'This deployment, or the gateway’s upstream credentials, may not do this.',
    NOT_FOUND: 'The upstream does not know what was asked for.',
    CONFLICT: 'The state of the account does not allow this now.',
    LIMIT_EXCEEDED: 'A limit was exceeded.',
    OVERLOADED: 'The gateway is overloaded.',
    UPSTREAM_THROTTLED: 'Flow control does not allow the call now.',
    UPSTREAM_UNAVAILABLE: 'The upstream could not be reached, or failed.',
    UPSTREAM_TIMEOUT: 'The upstream did not answer in time.',
    UPSTREAM_BAD_RESPONSE: 'The upstream’s answer is not a valid one.',
    UPSTREAM_REJECTED: 'The upstream refused with a code of its own: see `upstreamCode`.',
    UPSTREAM_AUTH: 'The upstream did not accept the gateway’s own credentials or clock.',
    IDEMPOTENCY_KEY_REUSED: 'The idempotency key was used before with another input.',
    IDEMPOTENCY_IN_PROGRESS: 'A call with this idempotency key is still running.',
    INTERNAL_SERVER_ERROR: 'The gateway failed.',
  },
);

/** Why a mutation did not do what was asked. */
@ObjectType({ simpleResolvers: true, description: 'Why a mutation did not do what was asked.' })
export class GovernanceError {
  @Field(() => GovernanceErrorCode, { description: 'The kind of error, to be tested by programs.' })
  readonly code!: Code;

  @Field(() => String, {
    nullable: true,
    description: 'The upstream’s code as its documents spell it; null where the upstream did not refuse.',
  })
  readonly upstreamCode!: string | null;

  @Field(() => String, {
    description: 'What is wrong, for people, in the language of `Accept-Language`: English or Chinese.',
  })
  readonly message!: string;

  @Field(() => [String], {
    nullable: true,
    description:
      'The path of the input field that is wrong. Null if it is not the input, or the upstream did not say which field.',
  })
  readonly field!: readonly string[] | null;

  @Field(() => Boolean, {
    description: 'Whether the same mutation can succeed later, unchanged. Never true if the outcome is UNKNOWN.',
  })
  readonly retryable!: boolean;

  @Field(() => Int, {
    nullable: true,
    description:
      'How long to wait before it is sent again, in milliseconds. Null if no time is known, or it must not be sent again.',
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
