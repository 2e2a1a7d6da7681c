import type { HandlerContext } from '../handler';
import { BusinessError } from '../handler';
import type { RecorderStatus } from './RecorderEntry';

/**
 * Switches on tracking for the caller, whose account is open, and for its organization if requested.
 *
 * @returns the status in the direct answer, which proves nothing.
 */
export function startRecorder(context: HandlerContext, isEnterprise = false): RecorderStatus {
  const { world, caller, readings } = context;
  const { recorders, directories } = world;
  const { accountId } = caller;

  if (isEnterprise && !directories.ownedBy(accountId)) throw new BusinessError('RDMemberNoPermission');
  const before = recorders.status(accountId);
  const isBuilding = before === 'BUILDING' || before === 'REBUILDING';
  if (isBuilding || (isEnterprise && recorders.organizationStatus(accountId) === 'BUILDING')) {
    throw new BusinessError('ProcessIsRunning');
  }
  const { serviceLinkedRole } = world.accounts.get(accountId) ?? {};
  if (serviceLinkedRole === 'refused') throw new BusinessError('CreateSLRFail');

  const changes: string[] = [];
  if (serviceLinkedRole === 'creatable') {
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
  return isStarted && readings.startAnswer === 'REGISTRABLE' ? 'REGISTRABLE' : recorders.status(accountId);
}

/** The enterprise edition switches every member on as well, except those that refuse the service-linked role. */
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
