import type { Handlers, HandlerContext } from '../../handler';
import { BusinessError } from '../../handler';
import type { RecorderStatus } from '../RecorderEntry';
import { assertKnown } from '../activation';
import { chooseResourceTypes } from '../chooseResourceTypes';
import { productRefusal } from '../productErrors';
import { startRecorder } from '../startRecorder';

type RecorderHandlers = Pick<
  Handlers,
  | 'GetConfigurationRecorder'
  | 'StartConfigurationRecorder2020'
  | 'UpdateConfigurationRecorder'
  | 'StopConfigurationRecorder'
>;

/** The recorder of an account, as 2020-09-07 reads and writes it: the same one that the older version does. */
export const recorderHandlers: RecorderHandlers = {
  GetConfigurationRecorder(_request, context) {
    assertKnown(context);
    return { ConfigurationRecorder: toRecord(context) };
  },

  StartConfigurationRecorder2020(_request, context) {
    assertOpen(context);
    return { ConfigurationRecorder: toRecord(context, startRecorder(context)) };
  },

  UpdateConfigurationRecorder({ ResourceTypes: types }, context) {
    chooseResourceTypes(types, context, {
      // The operation documents no code for either; these are the product's.
      notActivated: () => productRefusal('ConfigServiceNotEnabled'),
      governed: () => productRefusal('EnterpriseEditionAllResourceTypesDefault'),
    });
    return { ConfigurationRecorder: toRecord(context) };
  },

  StopConfigurationRecorder(_request, context) {
    const { world, caller, readings } = context;
    const { accountId } = caller;
    assertOpen(context);
    if (world.accountGroups.ownedBy(accountId).length > 0) throw new BusinessError('AdminStopSLRFail');
    if (world.accountGroups.hold(accountId, readings)) throw new BusinessError('MemberStopSLRFail');
    if (world.accounts.get(accountId)?.serviceLinkedRole === 'permanent') throw new BusinessError('StopSLRFail');
    if (world.recorders.status(accountId) === 'REGISTRABLE') {
      if (readings.stopWhenRegistrable === 'StopSLRFail') throw new BusinessError('StopSLRFail');
      return { StopConfigurationRecorderResult: true };
    }
    world.recorders.stop(accountId);
    context.effect(`recorder of account ${accountId} stopped`);
    return { StopConfigurationRecorderResult: true };
  },
};

/** Start and Stop document no code for an account that was closed; this one is the product's. */
function assertOpen({ world, caller }: HandlerContext): void {
  if (!world.accounts.open(caller.accountId)) throw productRefusal('AccountNotExisted');
}

function toRecord({ world, caller: { accountId } }: HandlerContext, status?: RecorderStatus) {
  return {
    ConfigurationRecorderStatus: status ?? world.recorders.status(accountId),
    ResourceTypes: world.recorders.resourceTypes(accountId),
  };
}
