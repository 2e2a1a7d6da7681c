import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import type { ClientError } from '../../src/errors/ClientError';
import { governanceErrorCodes } from '../../src/errors/GovernanceErrorCode';
import type { GovernanceErrorCode as Code } from '../../src/errors/GovernanceErrorCode';
import { enumMembers } from '../enumValue';

export const GovernanceErrorCode = enumMembers(...governanceErrorCodes);
registerEnumType(GovernanceErrorCode, {
  name: 'GovernanceErrorCode',
  description: 'Why something failed: the closed list of codes of this API, here and in `extensions.code` of `errors`.',
  valuesConfig: {
    BAD_USER_INPUT: { description: 'The input is not valid; the message says what was expected and what came.' },
    UNAUTHENTICATED: { description: 'The request carries no valid identity.' },
    FORBIDDEN: { description: 'This deployment, or the gateway’s upstream credentials, may not do this.' },
    NOT_FOUND: { description: 'The upstream does not know what was asked for.' },
    CONFLICT: { description: 'The state of the account does not allow this now.' },
    LIMIT_EXCEEDED: { description: 'A limit was exceeded.' },
    OVERLOADED: { description: 'The gateway is overloaded; try again later.' },
    UPSTREAM_THROTTLED: { description: 'Flow control does not allow the call now; try again later.' },
    UPSTREAM_UNAVAILABLE: { description: 'The upstream could not be reached, or failed; try again later.' },
    UPSTREAM_TIMEOUT: { description: 'The upstream did not answer in time.' },
    UPSTREAM_BAD_RESPONSE: { description: 'The upstream’s answer is not a valid one.' },
    UPSTREAM_REJECTED: { description: 'The upstream refused with a code of its own: see `upstreamCode`.' },
    UPSTREAM_AUTH: { description: 'The upstream did not accept the gateway’s own credentials or clock.' },
    IDEMPOTENCY_KEY_REUSED: { description: 'The idempotency key was used before with another input.' },
    IDEMPOTENCY_IN_PROGRESS: { description: 'A call with this idempotency key is still running.' },
    INTERNAL_SERVER_ERROR: { description: 'The gateway failed.' },
  },
});

/** Why a mutation did not do what was asked. */
@ObjectType({ simpleResolvers: true, description: 'Why a mutation did not do what was asked.' })
export class GovernanceError {
  @Field(() => GovernanceErrorCode, { description: 'The kind of error, to be tested by programs.' })
  readonly code!: Code;

  @Field(() => String, { nullable: true, description: 'The upstream’s code as its documents spell it.' })
  readonly upstreamCode!: string | null;

  @Field(() => String, { description: 'For people, in the language of `Accept-Language`: English or Chinese.' })
  readonly message!: string;

  @Field(() => [String], { nullable: true, description: 'Path into the input of what is wrong with it.' })
  readonly field!: readonly string[] | null;

  @Field(() => Boolean, {
    description: 'Whether the same mutation can succeed later, unchanged; never true where its outcome is UNKNOWN.',
  })
  readonly retryable!: boolean;

  @Field(() => Int, { nullable: true, description: 'How long to wait before that, milliseconds.' })
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
