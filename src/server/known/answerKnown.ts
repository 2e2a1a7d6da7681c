import type { GraphQLResponse } from '@apollo/server';
import { HeaderMap } from '@apollo/server';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ExecutionResult, GraphQLSchema, OperationDefinitionNode } from 'graphql';
import { execute, OperationTypeNode } from 'graphql';
import type { Context } from '../../context';
import { planOf } from '../../execution/OperationPlan';
import { coerceVariables } from '../../execution/coerceVariables';
import { executePlan } from '../../execution/executePlan';
import type { AnsweredRequest, ResolvedRequest, Stage, StageOfRequest } from '../stages/Stage';
import { beginStages } from '../stages/Stage';
import type { KnownDocuments } from './KnownDocuments';
import { answerTypeOf } from './answerType';

export interface KnownAnswerOptions {
  readonly schema: GraphQLSchema;
  readonly documents: KnownDocuments;
  readonly stages: readonly Stage[];
  readonly contextOf: (request: FastifyRequest, reply: FastifyReply) => Context;
}

/** A request for an operation that its document has. */
type KnownRequest = ResolvedRequest & { readonly operation: OperationDefinitionNode };

/** What asks for a trace of every field, which only Apollo Server makes. */
const traceHeader = 'apollo-federation-include-trace';

/** The body of a request that needs nothing but its document, variables and the name of an operation. */
interface PlainBody {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>> | undefined;
  readonly operationName: string | undefined;
}

/**
 * Answers queries whose documents Apollo Server has validated before, without its pipeline, which takes longer than the rest
 * of a small request. The stages and the answers are the same.
 *
 * @returns undefined if Apollo Server has to answer: to a document that is not known, a mutation, a refusal, and everything
 *   else that is not a plain query by POST.
 */
export const answerKnown = ({
  schema,
  documents,
  stages,
  contextOf,
}: KnownAnswerOptions): ((request: FastifyRequest, reply: FastifyReply) => Promise<string | undefined>) => {
  const resolve = (request: FastifyRequest, reply: FastifyReply): KnownRequest | undefined => {
    const body = request.method === 'POST' ? plainBody(request.body) : undefined;
    const known = body && documents.withSource(body.query);
    if (body === undefined || known === undefined || traceHeader in request.headers) return undefined;
    const { document, hash, source } = known;
    const operation = documents.operationOf(document, body.operationName);
    if (operation?.operation !== OperationTypeNode.QUERY) return undefined;
    const variables = body.variables ?? {};
    const { coerced } = coerceVariables(schema, operation, variables);
    if (coerced === undefined) return undefined;
    const contextValue = contextOf(request, reply);
    contextValue.trace.operationHash = hash;
    return {
      request: { ...body, variables },
      schema,
      contextValue,
      source,
      queryHash: hash,
      document,
      operation,
      operationName: operation.name?.value ?? null,
    };
  };

  return async (request, reply) => {
    const type = answerTypeOf(request.headers.accept);
    const resolved = type === undefined ? undefined : resolve(request, reply);
    if (type === undefined || resolved === undefined) return undefined;
    const begun = beginStages(stages, resolved.contextValue);
    try {
      const pending = begun.didResolveOperation(resolved);
      if (pending) await pending;
    } catch {
      // It refuses again when Apollo Server asks, and Apollo Server has the form of the answer.
      return undefined;
    }
    const early = begun.responseForOperation(resolved);
    const given = early instanceof Promise ? await early : early;
    const answered: AnsweredRequest = {
      ...resolved,
      ...(given === null ? await executed(resolved, begun) : inPlace(given)),
    };
    const pending = begun.willSendResponse(answered);
    if (pending) await pending;

    const { http, body } = answered.response;
    for (const [name, value] of http.headers) reply.header(name, value);
    reply.code(http.status ?? 200).header('content-type', type);
    if (body.kind !== 'single') throw new TypeError('Expected one answer, but got several.');
    const { errors, data, extensions } = body.singleResult;
    return `${JSON.stringify({ errors, data, extensions })}\n`;
  };
};

/** Executes an operation, and reports its errors to the stages. */
const executed = async (
  { schema, document, operation, operationName, contextValue, request }: KnownRequest,
  begun: Required<StageOfRequest>,
): Promise<Pick<AnsweredRequest, 'response' | 'errors'>> => {
  const { variables = {} } = request;
  const { coerced } = coerceVariables(schema, operation, variables);
  const plan = coerced && planOf(schema, document, operation, coerced);
  const executing =
    coerced === undefined || plan === undefined
      ? execute({ schema, document, contextValue, variableValues: variables, operationName })
      : executePlan(plan, coerced, contextValue);
  const { data, errors }: ExecutionResult = executing instanceof Promise ? await executing : executing;
  if (errors !== undefined) begun.didEncounterErrors({ schema, contextValue, request, errors });
  return {
    errors,
    response: {
      http: { status: undefined, headers: new HeaderMap() },
      body: { kind: 'single', singleResult: { data: data ?? null, errors: errors?.map((error) => error.toJSON()) } },
    },
  };
};

/** What a stage answered in place of the execution. */
const inPlace = ({ http, body }: GraphQLResponse): Pick<AnsweredRequest, 'response'> => ({
  response: { http: { status: http.status, headers: http.headers }, body },
});

/** Undefined for what is not as clients usually send it. */
const plainBody = (body: unknown): PlainBody | undefined => {
  if (typeof body !== 'object' || body === null) return undefined;
  const { query, variables, operationName, extensions } = body as Readonly<Record<string, unknown>>;
  if (typeof query !== 'string' || (extensions != null && !isEmpty(extensions))) return undefined;
  if (variables != null && (typeof variables !== 'object' || Array.isArray(variables))) return undefined;
  if (operationName != null && typeof operationName !== 'string') return undefined;
  return {
    query,
    variables: (variables as Readonly<Record<string, unknown>> | null | undefined) ?? undefined,
    operationName: operationName ?? undefined,
  };
};

const isEmpty = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && Object.keys(value).length === 0;
