import type { HandlerContext } from '../handler';
import { BusinessError } from '../handler';

/** Whether the caller is an open account that activated Cloud Config, and did not, by a reading, undo that by a stop. */
export function isActivated({ world, caller: { accountId }, readings }: HandlerContext): boolean {
  const isForgotten = readings.stoppedRecorder === 'AccountNotExisted' && world.recorders.isStopped(accountId);
  return world.accounts.open(accountId) !== undefined && world.recorders.isActivated(accountId) && !isForgotten;
}

/** Whether Cloud Config knows the caller: an account that is open and activated, or need not be to be known. */
export function isKnown(context: HandlerContext): boolean {
  const isOpen = context.world.accounts.open(context.caller.accountId) !== undefined;
  return isActivated(context) || (isOpen && context.readings.neverActivated === 'REGISTRABLE');
}

/** @throws BusinessError for a caller that Cloud Config does not know. */
export function assertKnown(context: HandlerContext): void {
  if (!isKnown(context)) throw new BusinessError('AccountNotExisted');
}

/** @throws BusinessError for a caller that has no history: by no reading is one told to an account never activated. */
export function assertActivated(context: HandlerContext): void {
  if (!isActivated(context)) throw new BusinessError('AccountNotExisted');
}
