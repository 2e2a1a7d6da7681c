import { OperationTypeNode } from 'graphql';
import { overloaded } from '../http/shedLoad';
import type { Stage } from './Stage';
import { unexecuted } from './unexecuted';

/** A query is expensive if it may make more than this share of the calls that a document may make. */
const expensiveShare = 0.1;

/**
 * Refuses expensive queries while the process is strained, so that cheap ones and mutations still run. It has to come after
 * the stage that estimates documents.
 */
export const shedExpensive =
  (isStrained: () => boolean, maxCalls: number): Stage =>
  ({ trace, language }) => ({
    // A document without the operation that the request names gets here, too.
    responseForOperation: () =>
      trace.operationType === OperationTypeNode.QUERY &&
      trace.estimatedCalls > maxCalls * expensiveShare &&
      isStrained()
        ? unexecuted(overloaded, 503, language)
        : null,
  });
