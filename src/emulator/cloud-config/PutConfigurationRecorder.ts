import type { Handler } from '../handler';
import { BusinessError } from '../handler';
import { chooseResourceTypes } from './chooseResourceTypes';

/** Answers the recorder with the types that are chosen now. */
export const PutConfigurationRecorder: Handler<'PutConfigurationRecorder'> = (request, context) => {
  const { accountId } = context.caller;
  const chosen = chooseResourceTypes(request.ResourceTypes, context, {
    notActivated: () => new BusinessError('AccountNotExisted'),
    governed: () => new BusinessError('RDMemberNoPermission'),
  });
  return {
    ConfigurationRecorder: {
      AccountId: accountId,
      ConfigurationRecorderStatus: context.world.recorders.status(accountId),
      ResourceTypes: chosen,
    },
  };
};
