import type { Handlers, HandlerContext } from '../handler';
import { BusinessError } from '../handler';
import { GetResourceComplianceTimeline } from './GetResourceComplianceTimeline';
import { GetResourceConfigurationTimeline } from './GetResourceConfigurationTimeline';
import { PutConfigurationRecorder } from './PutConfigurationRecorder';
import type { RecorderStatus } from './RecorderEntry';
import { assertKnown } from './activation';
import { discoveredResourceHandlers } from './discoveredResources';
import { startRecorder } from './startRecorder';

type CloudConfigHandlers = typeof discoveredResourceHandlers &
  Pick<
    Handlers,
    | 'StartConfigurationRecorder'
    | 'DescribeConfigurationRecorder'
    | 'PutConfigurationRecorder'
    | 'GetResourceConfigurationTimeline'
    | 'GetResourceComplianceTimeline'
  >;

/** Cloud Config 2019-01-08, answered from the state of the world. */
export const cloudConfigHandlers: CloudConfigHandlers = {
  ...discoveredResourceHandlers,
  PutConfigurationRecorder,
  GetResourceConfigurationTimeline,
  GetResourceComplianceTimeline,

  StartConfigurationRecorder(request, context) {
    if (!context.world.accounts.open(context.caller.accountId)) throw new BusinessError('AccountNotExisted');
    return { ConfigurationRecorder: toRecord(startRecorder(context, request.EnterpriseEdition), context) };
  },

  DescribeConfigurationRecorder(_request, context) {
    const { world, caller } = context;
    assertKnown(context);
    return { ConfigurationRecorder: toRecord(world.recorders.status(caller.accountId), context) };
  },
};

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
