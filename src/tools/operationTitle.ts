import { operations } from '../operations';
import type { Operation } from '../operations/operation';

/** What pages call an operation: its action, with the version where an earlier version of the product has it, too. */
export function operationTitle({ action, product }: Operation): string {
  const isTaken = operations.some((other) => other.action === action && other.product.version < product.version);
  return isTaken ? `${action} ${product.version}` : action;
}
