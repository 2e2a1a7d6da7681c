import type { HandlerContext } from '../handler';
import { BusinessError } from '../handler';

/** The account that governs the caller: the owner of its directory, or itself if it is in none. */
export const governingAccountId = ({ world, caller }: HandlerContext): string => {
  const { directories } = world;
  const directory = directories.ownedBy(caller.accountId) ?? directories.joinedBy(caller.accountId);
  return directory?.managementAccountId ?? caller.accountId;
};

/** @throws BusinessError if the governing account did not pass enterprise real-name verification. */
export function assertVerified(context: HandlerContext): void {
  if (context.world.accounts.open(governingAccountId(context))?.verification !== 'enterprise') {
    throw new BusinessError('InvalidEnterpriseRealName.NotFound');
  }
}

/**
 * @throws BusinessError if the caller governs nothing: a member, or an account with neither a directory nor a landing
 * zone. Which accounts get this code is not documented.
 */
export function assertGoverns({ world, caller }: HandlerContext): void {
  const { accountFactory, directories } = world;
  const governs = accountFactory.zoneOf(caller.accountId) ?? directories.ownedBy(caller.accountId);
  if (!governs) throw new BusinessError('InvalidUser.NotFound');
}

/** This product prints times without milliseconds, unlike Resource Management. */
export const toIsoSeconds = (ms: number): string => `${new Date(ms).toISOString().slice(0, 19)}Z`;
