import type { HandlerContext } from '../handler';
import { BusinessError } from '../handler';
import { isKnown } from './activation';
import { supportedResourceTypes } from './supportedResourceTypes';

const supported: ReadonlySet<string> = new Set(supportedResourceTypes);

/** What the versions of the operation answer differently. */
interface Refusals {
  /** To a caller that Cloud Config does not know, or (by a reading) that has not started its recorder. */
  notActivated(): Error;
  /** To a member of an organization with the enterprise edition. */
  governed(): Error;
}

/**
 * Chooses the recorded types of the caller. What is omitted is no longer recorded or listed; what is added is, after
 * the rebuild.
 *
 * @returns the types that are chosen now.
 */
export function chooseResourceTypes(
  asked: readonly string[],
  context: HandlerContext,
  refusals: Refusals,
): readonly string[] {
  const { world, caller, readings } = context;
  const { recorders, directories } = world;
  const { accountId } = caller;
  if (!isKnown(context)) throw refusals.notActivated();
  const managementAccountId = directories.joinedBy(accountId)?.managementAccountId;
  const isGoverned =
    managementAccountId !== undefined && recorders.organizationStatus(managementAccountId) !== 'REGISTRABLE';
  if (isGoverned) throw refusals.governed();
  // `all` alone is legal, too.
  const types = asked.length === 1 && asked[0] === 'all' ? supportedResourceTypes : asked;
  if (types.some((type) => !supported.has(type))) throw new BusinessError('Invalid.ResourceTypes.Value');
  const before = recorders.status(accountId);
  if (before === 'BUILDING' || before === 'REBUILDING') throw new BusinessError('ProcessIsRunning');
  const isStarted = before === 'REGISTERED';
  if (!isStarted && readings.putWhenRegistrable === 'AccountNotExisted') throw refusals.notActivated();

  const present = readings.putTypes === 'extends' ? recorders.resourceTypes(accountId) : [];
  const chosen = [...new Set([...present, ...types])];
  const unstarted = readings.putWhenRegistrable === 'started' ? 'BUILDING' : 'REGISTRABLE';
  const doneAt = recorders.choose(accountId, chosen, isStarted ? 'REBUILDING' : unstarted);
  if (recorders.status(accountId) === 'BUILDING') world.timelines.discover(accountId, doneAt);
  context.effect(`recorder of account ${accountId} set to ${chosen.length} resource types`);
  return chosen;
}
