import type { ApolloServerPlugin, GraphQLRequest } from '@apollo/server';
import { HeaderMap } from '@apollo/server';
import { GraphQLError, OperationTypeNode } from 'graphql';
import type { Context } from '../context';
import { badInput, UserError } from '../errors/UserError';
import type { Calling } from '../loaders/calling';
import type { PriceList } from '../price/explainPrice';
import type { Price } from '../price/priceOperation';
import { priceOperation } from '../price/priceOperation';

/** Asks for the price alone: nothing is executed. */
export const costOnlyHeader = 'x-cost-only';

/** What is told besides of a price that was asked for alone, or is too high. */
interface Details extends Pick<PriceList, 'calls' | 'dearestFields'> {
  readonly maxCalls: number;
}

/** How many fields a message names. */
const namedFields = 3;

/**
 * Prices every operation before it is executed, refuses what is dearer than the limit, and tells the price and what it
 * came to in `extensions.cost`; in full where it was asked for alone, or was too high. An answer to what never became an
 * operation, as where it cannot be parsed, has none.
 *
 * @param maxCalls the most upstream calls that a document may cost.
 * @param calling what is called for the operations that fields name.
 */
export const price = (maxCalls: number, calling: Calling): ApolloServerPlugin<Context> => ({
  requestDidStart: async ({ contextValue: { trace } }) => {
    let isCostOnly = false;
    let isPriced = false;
    let details: Details | undefined;
    return {
      didResolveOperation: async ({ schema, document, operation, request }) => {
        // A plugin of its own refuses subscriptions.
        if (operation === undefined || operation.operation === OperationTypeNode.SUBSCRIPTION) return;
        isCostOnly = asksForCostOnly(request);
        const priced = tellProblems(() => priceOperation(schema, document, operation, calling, request.variables));
        trace.estimatedCalls = priced.estimatedCalls;
        isPriced = true;
        const isTooDear = priced.estimatedCalls > maxCalls;
        if (isCostOnly || isTooDear) details = detailsOf(priced, maxCalls);
        const [problem] = priced.problems;
        if (isCostOnly && problem !== undefined) throw badRequest(problem);
        if (isTooDear && !isCostOnly) throw refusal(tooDear(priced, maxCalls));
      },
      responseForOperation: async () =>
        isCostOnly
          ? {
              http: { headers: new HeaderMap() },
              body: { kind: 'single', singleResult: { data: null } },
            }
          : null,
      willSendResponse: async ({ response: { body } }) => {
        if (body.kind !== 'single' || !isPriced) return;
        const { estimatedCalls, actualCalls, coalesced, cached } = trace;
        const cost = { estimatedCalls, actualCalls, coalesced, cached, ...details };
        body.singleResult.extensions = Object.assign(body.singleResult.extensions ?? {}, { cost });
      },
    };
  },
});

const detailsOf = (priced: Price, maxCalls: number): Details => {
  const { calls, dearestFields } = priced.explain();
  return { maxCalls, calls, dearestFields };
};

/** A slip in the header must not execute what was only to be priced. @throws GraphQLError over a UserError. */
const asksForCostOnly = ({ http }: GraphQLRequest): boolean => {
  const value = http?.headers.get(costOnlyHeader) ?? 'false';
  if (value !== 'true' && value !== 'false') {
    throw refusal(badInput([costOnlyHeader], { en: 'true or false', zh: ' true 或 false' }, value));
  }
  return value === 'true';
};

const tellProblems = (reckon: () => Price): Price => {
  try {
    return reckon();
  } catch (error) {
    if (error instanceof UserError) throw refusal(error);
    throw error instanceof GraphQLError ? badRequest(error) : error;
  }
};

/** An answer without data, for what is wrong with the request as a whole. */
const refusal = (error: UserError): GraphQLError =>
  new GraphQLError(error.message, { originalError: error, extensions: { http: { status: 400 } } });

/** What graphql-js would have said of it while executing. */
const badRequest = ({ message, nodes }: GraphQLError): GraphQLError =>
  new GraphQLError(message, { nodes, extensions: { code: 'BAD_USER_INPUT', http: { status: 400 } } });

const tooDear = (priced: Price, maxCalls: number): UserError => {
  const { estimatedCalls } = priced;
  const fields = priced
    .explain()
    .dearestFields.slice(0, namedFields)
    .map(({ field, calls }) => `${field} (${calls})`);
  return new UserError('LIMIT_EXCEEDED', {
    en: `The document must cost at most ${maxCalls} upstream calls, but can cost ${estimatedCalls}. Its dearest fields are ${fields.join(', ')}. Select less of them, ask for smaller pages, or split the document; the header ${costOnlyHeader}: true tells a price without executing anything.`,
    zh: `文档最多可产生 ${maxCalls} 次上游调用，但此文档最多可能产生 ${estimatedCalls} 次。开销最大的字段：${fields.join('、')}。请减少这些字段、缩小分页或拆分文档；请求头 ${costOnlyHeader}: true 可仅查询开销而不执行。`,
  });
};
