import { operations } from '../operations';
import type { Operation } from '../operations/operation';

/**
 * The name of an operation on pages: its action, with the version if an earlier version of the product has the action,
 * too.
 */
export function operationTitle({ action, product }: Operation): string {
  const isTaken = operations.some((other) => other.action === action && other.product.version < product.version);
  return isTaken ? `${action} ${product.version}` : action;
}
