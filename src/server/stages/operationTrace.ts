import { shorten } from '../../json/shorten';
import type { Stage } from './Stage';

/** Names are the client's to choose, up to the size of a request. */
const maxNameLength = 100;

/** Collects what is logged of an operation. It comes first: calls of a mutation go before others from the first one on. */
export const operationTrace: Stage = ({ trace }) => ({
  didResolveOperation: ({ operationName, operation }) => {
    trace.operationName = operationName == null ? undefined : shorten(operationName, maxNameLength, '');
    trace.operationType = operation?.operation;
  },
});
