import { GetCallerIdentity } from '../../operations';
import type { Check } from '../Check';
import { ok, skipped, warning } from '../Finding';
import { diagnose } from '../diagnose';
import { identityOf, readsThroughGroup } from '../reads';

/** Whether the upstream takes the credentials, and whose they are. */
export const credentialsCheck: Check = {
  name: 'credentials',
  about: 'whether the upstream accepts them, and whose they are',
  run: async (probe) => {
    const { answer, error } = await identityOf(probe);
    if (error) {
      return ['AUTH', 'CREDENTIALS', 'CLIENT'].includes(error.kind)
        ? [diagnose(GetCallerIdentity, error, probe)]
        : [skipped('The upstream did not say who the caller is: see network.')];
    }
    const { AccountId, Arn = '(no ARN told)' } = answer;
    switch (answer.IdentityType) {
      case 'Account': {
        const unread = readsThroughGroup(probe) ? 'no recorder, list or count of a member' : 'no member';
        return [
          warning(
            `The key is the root key of account ${AccountId}: it may do everything, cannot be narrowed, and cannot assume roles, so ${unread} can be read with it.`,
            'Create a RAM user or role with the policies of npm run ram-policy, give the gateway its credentials, and delete the root key.',
          ),
        ];
      }
      case 'RAMUser':
        return [ok(`The caller is a RAM user of account ${AccountId}: ${Arn}.`)];
      case 'AssumedRoleUser':
        return [ok(`The caller is a role of account ${AccountId}: ${Arn}.`)];
      default:
        return [ok(`The caller belongs to account ${AccountId}: ${Arn}.`)];
    }
  },
};
