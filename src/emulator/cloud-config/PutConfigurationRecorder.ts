import type { Handler } from '../handler';
import { BusinessError } from '../handler';
import { assertActivated } from './activation';
import { supportedResourceTypes } from './supportedResourceTypes';

const supported: ReadonlySet<string> = new Set(supportedResourceTypes);

/** Chooses the recorded types. What is left out is no longer recorded or listed; what is added is, after the rebuild. */
export const PutConfigurationRecorder: Handler<'PutConfigurationRecorder'> = ({ ResourceTypes: types }, context) => {
  const { world, caller, readings } = context;
  const { recorders, directories } = world;
  const { accountId } = caller;
  assertActivated(context);
  const managementAccountId = directories.joinedBy(accountId)?.managementAccountId;
  const isGoverned =
    managementAccountId !== undefined && recorders.organizationStatus(managementAccountId) !== 'REGISTRABLE';
  if (isGoverned) throw new BusinessError('RDMemberNoPermission');
  if (types.some((type) => !supported.has(type))) throw new BusinessError('Invalid.ResourceTypes.Value');
  const before = recorders.status(accountId);
  if (before === 'BUILDING' || before === 'REBUILDING') throw new BusinessError('ProcessIsRunning');
  const isStarted = before === 'REGISTERED';
  if (!isStarted && readings.putWhenRegistrable === 'AccountNotExisted') throw new BusinessError('AccountNotExisted');

  const present = readings.putTypes === 'extends' ? recorders.resourceTypes(accountId) : [];
  const chosen = [...new Set([...present, ...types])];
  const unstarted = readings.putWhenRegistrable === 'started' ? 'BUILDING' : 'REGISTRABLE';
  const doneAt = recorders.choose(accountId, chosen, isStarted ? 'REBUILDING' : unstarted);
  if (recorders.status(accountId) === 'BUILDING') world.timelines.discover(accountId, doneAt);
  context.effect(`recorder of account ${accountId} set to ${chosen.length} resource types`);

  return {
    ConfigurationRecorder: {
      AccountId: accountId,
      ConfigurationRecorderStatus: recorders.status(accountId),
      ResourceTypes: chosen,
    },
  };
};
