import type { Handlers } from '../handler';
import { AssumeRole } from './AssumeRole';

/** Security Token Service. */
export const stsHandlers: Pick<Handlers, 'GetCallerIdentity' | 'AssumeRole'> = {
  AssumeRole,

  GetCallerIdentity(_request, { caller }) {
    return {
      IdentityType: caller.identityType,
      AccountId: caller.accountId,
      PrincipalId: caller.principalId,
      UserId: caller.userId,
      Arn: caller.arn,
      RoleId: caller.roleId,
    };
  },
};
