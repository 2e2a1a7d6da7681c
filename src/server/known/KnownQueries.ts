import type { IncomingHttpHeaders } from 'node:http';
import type { GraphQLResponse } from '@apollo/server';
import { HeaderMap } from '@apollo/server';
import type { ExecutionResult, GraphQLSchema, OperationDefinitionNode } from 'graphql';
import { execute, OperationTypeNode } from 'graphql';
import type { Context } from '../../context';
import { planOf } from '../../execution/OperationPlan';
import { coerceVariables } from '../../execution/coerceVariables';
import { executePlan } from '../../execution/executePlan';
import type { AnsweredRequest, ResolvedRequest, Stage, StageOfRequest } from '../stages/Stage';
import { beginStages } from '../stages/Stage';
import type { KnownDocument, KnownDocuments } from './KnownDocuments';
import { answerTypeOf } from './answerType';

export interface KnownAnswerOptions {
  readonly schema: GraphQLSchema;
  readonly documents: KnownDocuments;
  readonly stages: readonly Stage[];
}

/** A request for an operation that its document has, without its context. */
export interface KnownQuery extends KnownDocument {
  readonly operation: OperationDefinitionNode;
  readonly body: PlainBody;
  /** The content type of the answer. */
  readonly type: string;
}

/** An answer over HTTP. */
export interface KnownAnswer {
  readonly status: number;
  /** Besides `content-type`. */
  readonly headers: Iterable<readonly [string, string]>;
  readonly type: string;
  readonly text: string;
}

type KnownRequest = ResolvedRequest & { readonly operation: OperationDefinitionNode };

/** What asks for a trace of every field, which only Apollo Server makes. */
const traceHeader = 'apollo-federation-include-trace';

/** The body of a request that needs nothing but its document, variables and the name of an operation. */
interface PlainBody {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly operationName: string | undefined;
}

/**
 * Answers queries whose documents Apollo Server has validated before, without its pipeline, which takes longer than the rest
 * of a small request. The stages and the answers are the same.
 */
export class KnownQueries {
  constructor(private readonly options: KnownAnswerOptions) {}

  /**
   * What a request by POST asks for. Undefined if Apollo Server has to answer: to a document that is not known, a mutation,
   * and everything else that is not a plain query.
   *
   * @param parsed its body.
   */
  find(parsed: unknown, headers: IncomingHttpHeaders): KnownQuery | undefined {
    const { schema, documents } = this.options;
    const body = plainBody(parsed);
    const known = body && documents.withSource(body.query);
    if (body === undefined || known === undefined || traceHeader in headers) return undefined;
    const operation = documents.operationOf(known.document, body.operationName);
    if (operation?.operation !== OperationTypeNode.QUERY) return undefined;
    const type = answerTypeOf(headers.accept);
    if (type === undefined || coerceVariables(schema, operation, body.variables).coerced === undefined)
      return undefined;
    return { operation, body, type, ...known };
  }

  /**
   * @returns undefined if a stage refuses it. It refuses again when Apollo Server asks, which has the form of the answer, and has
   *   to get the same context.
   */
  async answer(query: KnownQuery, contextValue: Context): Promise<KnownAnswer | undefined> {
    const { schema, stages } = this.options;
    const { source, hash, document, operation, body: request } = query;
    contextValue.trace.operationHash = hash;
    const operationName = operation.name?.value ?? null;
    const resolved = { request, schema, contextValue, source, queryHash: hash, document, operation, operationName };
    const begun = beginStages(stages, contextValue);
    try {
      const pending = begun.didResolveOperation(resolved);
      if (pending) await pending;
    } catch {
      return undefined;
    }
    const early = begun.responseForOperation(resolved);
    const given = early instanceof Promise ? await early : early;
    const executing = given === null ? executed(resolved, begun) : inPlace(given);
    const { response, errors } = executing instanceof Promise ? await executing : executing;
    const pending = begun.willSendResponse({ response, errors, ...resolved });
    if (pending) await pending;

    const { http, body } = response;
    if (body.kind !== 'single') throw new TypeError('Expected one answer, but got several.');
    const { errors: told, data, extensions } = body.singleResult;
    const text = `${JSON.stringify({ errors: told, data, extensions })}\n`;
    return { status: http.status ?? 200, headers: http.headers, type: query.type, text };
  }
}

type Executed = Pick<AnsweredRequest, 'response' | 'errors'>;

/** Executes an operation, and reports its errors to the stages. */
const executed = (
  { schema, document, operation, operationName, contextValue, request }: KnownRequest,
  begun: Required<StageOfRequest>,
): Executed | Promise<Executed> => {
  const { variables = {} } = request;
  const { coerced } = coerceVariables(schema, operation, variables);
  const plan = coerced && planOf(schema, document, operation, coerced);
  const executing =
    coerced === undefined || plan === undefined
      ? execute({ schema, document, contextValue, variableValues: variables, operationName })
      : executePlan(plan, coerced, contextValue);
  const toExecuted = ({ data, errors }: ExecutionResult): Executed => {
    if (errors !== undefined) begun.didEncounterErrors({ schema, contextValue, request, errors });
    const singleResult = { data: data ?? null, errors: errors?.map((error) => error.toJSON()) };
    return {
      errors,
      response: { http: { status: undefined, headers: new HeaderMap() }, body: { kind: 'single', singleResult } },
    };
  };
  return executing instanceof Promise ? executing.then(toExecuted) : toExecuted(executing);
};

/** What a stage answered in place of the execution. */
const inPlace = ({ http, body }: GraphQLResponse): Executed => ({
  errors: undefined,
  response: { http: { status: http.status, headers: http.headers }, body },
});

/** Undefined for what is not as clients usually send it. */
const plainBody = (body: unknown): PlainBody | undefined => {
  if (typeof body !== 'object' || body === null) return undefined;
  const { query, variables, operationName, extensions, ...others } = body as Readonly<Record<string, unknown>>;
  if (!isEmpty(others)) return undefined;
  if (typeof query !== 'string' || (extensions != null && !isEmpty(extensions))) return undefined;
  if (variables != null && (typeof variables !== 'object' || Array.isArray(variables))) return undefined;
  if (operationName != null && typeof operationName !== 'string') return undefined;
  return {
    query,
    variables: (variables as Readonly<Record<string, unknown>> | null | undefined) ?? {},
    operationName: operationName ?? undefined,
  };
};

const isEmpty = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && Object.keys(value).length === 0;
