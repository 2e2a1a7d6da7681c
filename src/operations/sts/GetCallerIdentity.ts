import { defineOperation, perSecond } from '../operation';
import { accountId, oneOf, optional, text } from '../shapes';
import { InternalError } from './errors';
import { Sts } from './product';

/** Kinds of caller. */
export const identityTypes = ['Account', 'RAMUser', 'AssumedRoleUser'] as const;

/** Returns the identity of the caller. Needs no permission, and so is a probe for credentials. */
export const GetCallerIdentity = defineOperation({
  product: Sts,
  action: 'GetCallerIdentity',
  summary: 'Reports who the caller is.',
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
  errors: { InternalError },
  quota: perSecond(100),
  ram: 'none',
  source: 'STS 2015-04-01, GetCallerIdentity',
});
