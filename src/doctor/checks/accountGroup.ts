import { RpcError } from '../../errors/RpcError';
import { findDirectoryGroup, isReady } from '../../loaders/cloud-config/accountGroups';
import { ListAggregators } from '../../operations';
import type { Check } from '../Check';
import type { Finding } from '../Finding';
import { ok, problem, skipped, warning } from '../Finding';
import type { Probe } from '../Probe';
import { diagnose } from '../diagnose';
import { identityOf, readsThroughGroup, standingOf } from '../reads';

/** Checks that the account group exists, if members are read through one. */
export const accountGroupCheck: Check = {
  name: 'group',
  about: 'the account group of the whole directory, if MEMBER_ACCESS is account-group',
  run: async (probe) => {
    if (!readsThroughGroup(probe)) return [];
    if (!(await identityOf(probe)).answer) return [skipped('The caller is unknown: see credentials.')];
    if ((await standingOf(probe)) === 'none') return [skipped('Without a directory there is no account group for it.')];
    try {
      return [await findGroup(probe)];
    } catch (error) {
      if (!(error instanceof RpcError)) throw error;
      if (error.family === 'NOT_ACTIVATED') {
        return [skipped('Account groups cannot be listed, because Cloud Config is not activated: see recorder.')];
      }
      return [diagnose(ListAggregators, error, probe)];
    }
  },
};

/** @throws the RpcError of a list that was not answered. */
async function findGroup(probe: Probe): Promise<Finding> {
  const group = await findDirectoryGroup(async (page) => {
    const { answer, error } = await probe.read(ListAggregators, page);
    if (error) throw error;
    const { Aggregators = [], NextToken } = answer.AggregatorsResult;
    return { records: Aggregators, nextToken: NextToken };
  });
  if (group === null) {
    return problem(
      'MEMBER_ACCESS reads members through the account group of the whole directory, but the caller’s account owns none. No configuration and no timeline of a member can be read.',
      'Create one of the type “resource directory” in the Cloud Config console of this account, or let the gateway assume roles: MEMBER_ACCESS=role.',
    );
  }
  const { AggregatorId, AggregatorAccountCount: count } = group;
  if (!isReady(group)) {
    return warning(
      `The account group ${AggregatorId} of the whole directory is still collecting its members, so reads through it are incomplete.`,
      'Run doctor again in some minutes. If the problem persists, check the group in the Cloud Config console.',
    );
  }
  const size = count === undefined ? '' : `, which has ${count} account${count === 1 ? '' : 's'}`;
  return ok(`Configuration and timelines of members are read through the account group ${AggregatorId}${size}.`);
}
