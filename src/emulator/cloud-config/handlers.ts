import type { Handlers, HandlerContext } from '../handler';
import { BusinessError } from '../handler';
import { GetResourceConfigurationTimeline } from './GetResourceConfigurationTimeline';
import { PutConfigurationRecorder } from './PutConfigurationRecorder';
import type { RecorderStatus } from './RecorderEntry';
import { isKnown } from './activation';
import { discoveredResourceHandlers } from './discoveredResources';

type CloudConfigHandlers = typeof discoveredResourceHandlers &
  Pick<
    Handlers,
    | 'StartConfigurationRecorder'
    | 'DescribeConfigurationRecorder'
    | 'PutConfigurationRecorder'
    | 'GetResourceConfigurationTimeline'
  >;

/** Cloud Config, answered from the state of the world. */
export const cloudConfigHandlers: CloudConfigHandlers = {
  ...discoveredResourceHandlers,
  PutConfigurationRecorder,

  StartConfigurationRecorder(request, context) {
    const { world, caller, readings } = context;
    const { recorders, directories } = world;
    const { accountId } = caller;
    const account = world.accounts.open(accountId);
    if (!account) throw new BusinessError('AccountNotExisted');

    const isEnterprise = request.EnterpriseEdition === true;
    if (isEnterprise && !directories.ownedBy(accountId)) throw new BusinessError('RDMemberNoPermission');
    const before = recorders.status(accountId);
    const isBuilding = before === 'BUILDING' || before === 'REBUILDING';
    if (isBuilding || (isEnterprise && recorders.organizationStatus(accountId) === 'BUILDING')) {
      throw new BusinessError('ProcessIsRunning');
    }
    if (account.serviceLinkedRole === 'refused') throw new BusinessError('CreateSLRFail');

    const changes: string[] = [];
    if (account.serviceLinkedRole === 'creatable') {
      world.accounts.grantServiceLinkedRole(accountId);
      changes.push(`service-linked role of account ${accountId} created`);
    }
    const isStarted = before === 'REGISTRABLE' || (!isEnterprise && readings.startWhenRegistered === 'rebuild');
    if (isStarted) {
      world.timelines.discover(accountId, recorders.build(accountId));
      changes.push(`recorder of account ${accountId} started`);
    }
    if (isEnterprise && recorders.organizationStatus(accountId) === 'REGISTRABLE') {
      upgradeOrganization(context);
      changes.push(`enterprise edition of account ${accountId} started`);
    }
    if (changes.length > 0) context.effect(changes.join(', '));

    const after = isStarted && readings.startAnswer === 'REGISTRABLE' ? 'REGISTRABLE' : recorders.status(accountId);
    return { ConfigurationRecorder: toRecord(after, context) };
  },

  DescribeConfigurationRecorder(_request, context) {
    const { world, caller } = context;
    if (!isKnown(context)) throw new BusinessError('AccountNotExisted');
    return { ConfigurationRecorder: toRecord(world.recorders.status(caller.accountId), context) };
  },

  GetResourceConfigurationTimeline(request, context) {
    const { world, caller } = context;
    const isActivated = world.accounts.open(caller.accountId) && world.recorders.isActivated(caller.accountId);
    if (!isActivated) throw new BusinessError('AccountNotExisted');
    return GetResourceConfigurationTimeline(request, context);
  },
};

/** The enterprise edition switches every member on as well, save those where the service-linked role is refused. */
function upgradeOrganization({ world, caller }: HandlerContext): void {
  const { accounts, directories, recorders, timelines } = world;
  recorders.upgradeOrganization(caller.accountId);
  for (const accountId of directories.ownedBy(caller.accountId)?.members.keys() ?? []) {
    const account = accounts.open(accountId);
    if (!account || account.serviceLinkedRole === 'refused') continue;
    if (recorders.status(accountId) !== 'REGISTRABLE') continue;
    accounts.grantServiceLinkedRole(accountId);
    timelines.discover(accountId, recorders.build(accountId));
  }
}

/**
 * A recorder as Start and Describe answer it: an ordinary account is named by `AccountId`, the management account of
 * a directory by `OrganizationMasterId`, each without the other (2019-01-08, both editions of the document).
 */
function toRecord(status: RecorderStatus, { world, caller, readings }: HandlerContext) {
  const { accountId } = caller;
  const isManagement = world.directories.ownedBy(accountId) !== undefined;
  const inapplicable = { absent: undefined, zero: '0', present: accountId }[readings.inapplicableFields];
  const hasOrganization = isManagement || readings.inapplicableFields !== 'absent';

  return {
    AccountId: isManagement ? inapplicable : accountId,
    ConfigurationRecorderStatus: status,
    OrganizationEnableStatus: hasOrganization ? world.recorders.organizationStatus(accountId) : undefined,
    OrganizationMasterId: isManagement ? accountId : readings.inapplicableFields === 'zero' ? '0' : undefined,
    ResourceTypes: world.recorders.resourceTypes(accountId),
  };
}
