import { HeaderMap } from '@apollo/server';
import { GraphQLError } from 'graphql';
import type { CostAnalysis } from '../../cost/createCostAnalysis';
import type { CostEstimate } from '../../cost/estimateCost';
import type { CostBreakdown } from '../../cost/explainCost';
import { badInput, UserError } from '../../errors/UserError';
import type { RequestLimits } from '../../settings';
import { costOnlyHeader } from '../http/costOnly';
import { checkVariableUses } from '../limits/checkVariableUses';
import type { Stage } from './Stage';
import { refusal } from './refusal';

/** What is reported, too, if the estimate was requested alone or is too high. */
interface Details extends CostBreakdown {
  readonly maxCalls: number;
}

/** How many fields a message names. */
const namedFields = 3;

/**
 * Estimates the cost of every operation before it is executed, refuses what costs more than the limit, and reports the
 * estimate and the calls made in `extensions.cost`; in full if the estimate was requested alone, or is too high. A response to what never
 * became an operation, such as one that cannot be parsed, has none.
 */
export const limitCost =
  ({ maxCalls, costOf, learnSizes }: CostAnalysis, limits: RequestLimits): Stage =>
  (context) => {
    const { trace, lists } = context;
    const orderAtFirst = lists.timelineOrder;
    let isCostOnly = false;
    let reckon: (() => CostEstimate) | undefined;
    let details: Details | undefined;

    const accept = (estimate: CostEstimate): void => {
      // What was read to learn sizes may be read for nothing else.
      const learned = Math.min(
        estimate.estimatedCalls + trace.actualCalls,
        Math.max(estimate.estimatedCalls, maxCalls),
      );
      trace.estimatedCalls = isCostOnly ? estimate.boundOfCalls : learned;
      if (isCostOnly || estimate.isTooHigh) details = { maxCalls, ...estimate.explain() };
      const [problem] = estimate.problems;
      if (isCostOnly && problem !== undefined) throw badRequest(problem);
      if (estimate.isTooHigh && !isCostOnly) throw refusal(tooExpensive(estimate, maxCalls));
    };

    return {
      didResolveOperation: ({ document, operation, request }) => {
        if (operation === undefined) return undefined;
        isCostOnly = asksForCostOnly(context.costOnly);
        const { variables = {} } = request;
        reportProblems(() => {
          checkVariableUses(document, operation, variables, limits);
        });
        // Nothing will correct an estimate that is requested alone: it counts what timelines cost in either order.
        const assumedOrder = isCostOnly ? 'OLDEST_FIRST' : 'NEWEST_FIRST';
        const estimateNow = (): CostEstimate =>
          reportProblems(() => costOf(document, operation, variables, lists, assumedOrder));
        reckon = estimateNow;
        const estimate = estimateNow();
        const mayBeLess = estimate.boundOfCalls > maxCalls && !isCostOnly;
        if (!mayBeLess) {
          accept(estimate);
          return;
        }
        return learnSizes(estimate, context.loaders).then((isKnown) => {
          accept(isKnown ? estimateNow() : estimate);
        });
      },
      responseForOperation: () =>
        isCostOnly
          ? {
              http: { headers: new HeaderMap() },
              body: { kind: 'single', singleResult: { data: null } },
            }
          : null,
      willSendResponse: ({ response: { body } }) => {
        if (body.kind !== 'single' || reckon === undefined) return;
        // Until a timeline has shown its order, the newest change is taken to come first, which costs less.
        if (lists.timelineOrder === 'OLDEST_FIRST' && orderAtFirst === undefined && !isCostOnly) {
          trace.estimatedCalls = Math.max(trace.estimatedCalls, Math.min(reckon().estimatedCalls, maxCalls));
        }
        const { estimatedCalls, actualCalls, coalesced, cached } = trace;
        const cost = { estimatedCalls, actualCalls, coalesced, cached, ...details };
        body.singleResult.extensions = Object.assign(body.singleResult.extensions ?? {}, { cost });
      },
    };
  };

/** A mistake in the header must not execute what was only to be estimated. @throws GraphQLError over a UserError. */
const asksForCostOnly = (value = 'false'): boolean => {
  if (value !== 'true' && value !== 'false') {
    throw refusal(badInput([costOnlyHeader], { en: 'true or false', zh: ' true 或 false' }, value));
  }
  return value === 'true';
};

const reportProblems = <T>(reckon: () => T): T => {
  try {
    return reckon();
  } catch (error) {
    if (error instanceof UserError) throw refusal(error);
    throw error instanceof GraphQLError ? badRequest(error) : error;
  }
};

/** What graphql-js would have said of it while executing. */
const badRequest = ({ message, nodes }: GraphQLError): GraphQLError =>
  new GraphQLError(message, { nodes, extensions: { code: 'BAD_USER_INPUT', http: { status: 400 } } });

const tooExpensive = (estimate: CostEstimate, maxCalls: number): UserError => {
  const { estimatedCalls } = estimate;
  const fields = estimate
    .explain()
    .mostExpensiveFields.slice(0, namedFields)
    .map(({ field, calls }) => `${field} (${calls})`);
  return new UserError('LIMIT_EXCEEDED', {
    en: `The document must cost at most ${maxCalls} upstream calls, but can cost ${estimatedCalls}. Its most expensive fields are ${fields.join(', ')}. Select fewer fields, request smaller pages, or split the document. The header ${costOnlyHeader}: true returns the estimate without running anything.`,
    zh: `GraphQL 文档最多可产生 ${maxCalls} 次上游调用，但此文档最多可能产生 ${estimatedCalls} 次。开销最大的字段：${fields.join('、')}。请减少所选字段、缩小分页或拆分文档。请求头 ${costOnlyHeader}: true 可只返回预估开销而不执行。`,
  });
};
