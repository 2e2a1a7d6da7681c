import type {
  GraphQLRequestContextDidEncounterErrors,
  GraphQLRequestContextDidResolveOperation,
  GraphQLRequestContextWillSendResponse,
  GraphQLResponse,
} from '@apollo/server';
import type { Context } from '../../context';

/** What Apollo Server knows of an operation that is of use here. */
type Known = 'request' | 'schema' | 'contextValue';

/** A request whose document was parsed and is valid. `operation` is undefined if the document lacks the one that is named. */
export type ResolvedRequest = Pick<
  GraphQLRequestContextDidResolveOperation<Context>,
  Known | 'source' | 'queryHash' | 'document' | 'operation' | 'operationName'
>;

/** A request that has failed, or fields of it. */
export type FailedRequest = Pick<GraphQLRequestContextDidEncounterErrors<Context>, Known | 'errors'>;

/** A request with its answer. */
export type AnsweredRequest = Pick<
  GraphQLRequestContextWillSendResponse<Context>,
  Known | 'document' | 'operation' | 'errors' | 'response'
>;

/** What a stage does for one request. A method that has nothing to wait for returns no promise: most requests wait for none. */
export interface StageOfRequest {
  /** Before the operation is executed. @throws what refuses it. */
  didResolveOperation?(request: ResolvedRequest): Promise<void> | void;
  /** Last before the operation is executed. What is returned is the answer in its place; null for none. */
  responseForOperation?(
    request: Omit<ResolvedRequest, 'source' | 'queryHash'>,
  ): Promise<GraphQLResponse | null> | GraphQLResponse | null;
  /** When the operation has failed, or fields of it. */
  didEncounterErrors?(request: FailedRequest): void;
  /** Before the answer is sent. It may still change. */
  willSendResponse?(request: AnsweredRequest): Promise<void> | void;
}

/** What the gateway does around every operation, also if Apollo Server does not execute it. Stages run in their order, one after another. */
export type Stage = (context: Context) => StageOfRequest;

/** Begins the stages of one request. */
export const beginStages = (stages: readonly Stage[], context: Context): Required<StageOfRequest> => {
  const begun = stages.map((stage) => stage(context));
  return {
    didResolveOperation: (request) => inTurn(begun, (stage) => stage.didResolveOperation?.(request)),
    responseForOperation: (request) => firstOf(begun, (stage) => stage.responseForOperation?.(request) ?? null),
    didEncounterErrors: (request) => {
      for (const stage of begun) stage.didEncounterErrors?.(request);
    },
    willSendResponse: (request) => inTurn(begun, (stage) => stage.willSendResponse?.(request)),
  };
};

/** Calls one after another, and waits only for those that return a promise. */
const inTurn = (
  begun: readonly StageOfRequest[],
  call: (stage: StageOfRequest) => Promise<void> | void,
  from = 0,
): Promise<void> | void => {
  for (let index = from; index < begun.length; index += 1) {
    const stage = begun[index];
    const pending = stage && call(stage);
    if (pending) return pending.then(() => inTurn(begun, call, index + 1));
  }
};

/** The first result that is not null. */
const firstOf = (
  begun: readonly StageOfRequest[],
  call: (stage: StageOfRequest) => Promise<GraphQLResponse | null> | GraphQLResponse | null,
  from = 0,
): Promise<GraphQLResponse | null> | GraphQLResponse | null => {
  for (let index = from; index < begun.length; index += 1) {
    const stage = begun[index];
    const result = stage === undefined ? null : call(stage);
    if (result instanceof Promise) return result.then((found) => found ?? firstOf(begun, call, index + 1));
    if (result !== null) return result;
  }
  return null;
};
