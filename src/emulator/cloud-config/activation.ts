import type { HandlerContext } from '../handler';
import { BusinessError } from '../handler';

/** Whether Cloud Config knows the caller: an account that is open and activated, or need not be to be known. */
export const isKnown = ({ world, caller, readings }: HandlerContext): boolean =>
  world.accounts.open(caller.accountId) !== undefined &&
  (world.recorders.isActivated(caller.accountId) || readings.neverActivated === 'REGISTRABLE');

/** @throws BusinessError for a caller that Cloud Config does not know. */
export function assertActivated(context: HandlerContext): void {
  if (!isKnown(context)) throw new BusinessError('AccountNotExisted');
}
