import { isJson } from '../../json/tryParseJson';
import type { EnrollAccount as operation } from '../../operations/governance/EnrollAccount';
import { maxTags, resellAccountTypes } from '../../operations/governance/EnrollAccount';
import type { RequestOf } from '../../operations/operation';
import type { Handler, HandlerContext } from '../handler';
import { BusinessError } from '../handler';
import type { Directory } from '../resource-manager/Directories';
import type { BaselineItem, EnrollmentInputs } from './Enrollment';
import type { LandingZone } from './LandingZone';
import { isAccountId } from './accountIds';
import { knownBaselineItems } from './baselineItems';
import { mergeBaselineItems } from './mergeBaselineItems';

type Request = RequestOf<typeof operation>;

/** Creates an account, or takes one over, and begins to apply a baseline to it. */
export const EnrollAccount: Handler<'EnrollAccount'> = (request, context) => {
  const { world, caller, readings } = context;
  const { accountFactory, directories } = world;

  const directory = directories.ownedBy(caller.accountId);
  if (!directory) throw new BusinessError('InvalidUser.NotResourceDirectoryMaster');
  if (world.accounts.open(caller.accountId)?.verification !== 'enterprise') {
    throw new BusinessError('InvalidEnterpriseRealName.NotFound');
  }

  const inputs = inputsOf(request, directory);
  const existing = existingAccount(request, directory, context);
  const zone = deployedZone(context);
  if (existing !== undefined) assertNotUnderWay(existing, context);

  const baselineId = blankToUndefined(request.BaselineId) ?? zone.defaultBaselineId;
  const baseline = zone.baseline(baselineId);
  if (!baseline) throw new BusinessError('InvalidBlueprint.NotFound');
  assertItems(mergeBaselineItems(baseline, inputs.items));

  const accountId = existing ?? accountFactory.createAccount(inputs, caller.accountId);
  if (existing === undefined) {
    directories.addMember(caller.accountId, { accountId, folderId: inputs.folderId, tags: inputs.tags });
  }
  accountFactory.enroll({ managementAccountId: caller.accountId, accountId, baselineId, inputs });
  context.effect(
    existing === undefined
      ? `account ${accountId} created, its enrollment started`
      : `enrollment of account ${accountId} started`,
  );

  const isHidden = existing === undefined && readings.enrollAnswer === 'zero';
  return { AccountUid: isHidden ? '0' : accountId };
};

/** The request in our own words. Which combinations the upstream refuses is not published; these are invalid. */
function inputsOf(request: Request, directory: Directory): EnrollmentInputs {
  const {
    AccountNamePrefix,
    DisplayName,
    FolderId,
    PayerAccountUid,
    AccountUid,
    BaselineItems = [],
    Tag = [],
  } = request;
  const isNew = AccountUid === undefined;
  const accountNamePrefix = blankToUndefined(AccountNamePrefix);
  const displayName = blankToUndefined(DisplayName);
  const folderId = blankToUndefined(FolderId);

  if (isNew && accountNamePrefix === undefined) throw invalid('AccountNamePrefix');
  if (isNew && displayName === undefined) throw invalid('DisplayName');
  if (folderId !== undefined && folderId !== directory.rootFolderId && !directory.folders.has(folderId)) {
    throw invalid('FolderId');
  }
  if (PayerAccountUid !== undefined && !isInDirectory(PayerAccountUid, directory)) throw invalid('PayerAccountUid');
  if (Tag.length > maxTags || Tag.some(({ Key }) => blankToUndefined(Key) === undefined)) throw invalid('Tag');
  const resell = blankToUndefined(request.ResellAccountType);
  if (resell !== undefined && !(resellAccountTypes as readonly string[]).includes(resell)) {
    throw invalid('ResellAccountType');
  }

  return {
    accountNamePrefix,
    accountId: AccountUid,
    displayName,
    folderId: isNew ? folderId : undefined,
    payerAccountId: PayerAccountUid,
    items: BaselineItems.map(toItem),
    tags: Tag.map(({ Key = '', Value = '' }) => ({ key: Key, value: Value })),
  };
}

function toItem({
  Name = '',
  Version = '1.0',
  Config = '{}',
  Skip = false,
}: NonNullable<Request['BaselineItems']>[number]): BaselineItem {
  if (Name === '') throw invalid('BaselineItems.Name');
  if (!isJson(Config)) throw invalid('BaselineItems.Config');
  return { name: Name, version: Version, config: Config, skip: Skip };
}

function existingAccount({ AccountUid }: Request, directory: Directory, { world }: HandlerContext): string | undefined {
  if (AccountUid === undefined) return undefined;
  if (!isAccountId(AccountUid)) throw invalid('AccountUid');
  if (!world.accounts.open(AccountUid) || !isInDirectory(AccountUid, directory)) {
    throw new BusinessError('InvalidUser.NotFound');
  }
  return AccountUid;
}

/** The caller's landing zone, in a state in which accounts can be enrolled. */
function deployedZone({ world, caller }: HandlerContext): LandingZone {
  const now = world.clock.now();
  const zone = world.accountFactory.zoneOf(caller.accountId);
  const accountFactory = zone?.accountFactory(now);
  if (!zone || !accountFactory) throw new BusinessError('InvalidBlueprint.NotFound');

  const resourceStructure = zone.resourceStructure(now);
  const deploying = [resourceStructure, accountFactory].find(({ status }) => status === 'Deploying');
  if (deploying) throw new BusinessError('DeployConflict.Blueprint', deploying.name);
  const absent = [resourceStructure, accountFactory].find(({ status }) => status === 'NotDeployed');
  if (absent) throw new BusinessError('DependencyViolation.Blueprint', absent.name);
  if ([resourceStructure, accountFactory].some(({ status }) => status === 'Deleting')) {
    throw new BusinessError('IncorrectBlueprintStatus');
  }
  return zone;
}

function assertNotUnderWay(accountId: string, { world, caller, readings }: HandlerContext): void {
  const status = world.accountFactory.progress(accountId)?.status;
  if (status === 'Pending' || status === 'Scheduling' || status === 'Running') {
    const blueprint = world.accountFactory.zoneOf(caller.accountId)?.accountFactory(world.clock.now());
    throw new BusinessError('DeployConflict.Blueprint', blueprint?.name ?? '');
  }
  const hasFailed = status === 'Failed' || status === 'ScheduleFailed';
  if (hasFailed && readings.reenrollFailed === 'refused') throw new BusinessError('IncorrectBlueprintStatus');
}

function assertItems(items: readonly BaselineItem[]): void {
  const applied = new Set(items.filter(({ skip }) => !skip).map(({ name }) => name));
  for (const { name, skip } of items) {
    const known = knownBaselineItems.get(name);
    if (!known) throw new BusinessError('InvalidBaselineItem.NotFound', name);
    const missing = skip ? undefined : known.dependsOn.find((dependency) => !applied.has(dependency));
    if (missing !== undefined) throw new BusinessError('DependencyViolation.BaselineItem', name, missing);
  }
}

const isInDirectory = (accountId: string, { managementAccountId, members }: Directory): boolean =>
  accountId === managementAccountId || members.has(accountId);

const invalid = (parameter: string): BusinessError => new BusinessError('InvalidParameter', parameter);

const blankToUndefined = (text: string | undefined): string | undefined => (text === '' ? undefined : text);
