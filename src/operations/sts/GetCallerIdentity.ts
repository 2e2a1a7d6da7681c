import { defineOperation, perSecond } from '../operation';
import { accountId, oneOf, optional, text } from '../shapes';
import { Sts } from './product';

/** Kinds of caller. */
export const identityTypes = ['Account', 'RAMUser', 'AssumedRoleUser'] as const;

/** Tells who the caller is. Needs no permission, and so is a probe for credentials. */
export const GetCallerIdentity = defineOperation({
  product: Sts,
  action: 'GetCallerIdentity',
  summary: 'Tells who the caller is.',
  methods: ['POST', 'GET'],
  kind: 'read',
  retry: 'safe',
  parameters: {},
  response: {
    IdentityType: optional(oneOf(identityTypes)),
    AccountId: accountId('string'),
    PrincipalId: optional(text()),
    /** Only for the account root and for RAM users. */
    UserId: optional(text()),
    Arn: optional(text()),
    /** Only for role callers. */
    RoleId: optional(text()),
  },
  errors: {
    InternalError: {
      status: 500,
      message: 'STS Server Internal Error happened, please send the RequestId to us.',
      code: 'UPSTREAM_UNAVAILABLE',
      explanation: {
        en: 'The Security Token Service failed with an internal error.',
        zh: '安全令牌服务发生内部错误。',
      },
      retryable: true,
    },
  },
  quota: perSecond(100),
  ram: 'none',
  source: 'STS 2015-04-01, GetCallerIdentity',
});
