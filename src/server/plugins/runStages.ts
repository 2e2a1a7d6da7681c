import type { ApolloServerPlugin } from '@apollo/server';
import type { Context } from '../../context';
import type { Stage } from '../stages/Stage';
import { beginStages } from '../stages/Stage';

/** Runs the stages around what Apollo Server executes: as one plugin, because each plugin costs every request time. */
export const runStages = (stages: readonly Stage[]): ApolloServerPlugin<Context> => ({
  requestDidStart: async ({ contextValue }) => {
    const begun = beginStages(stages, contextValue);
    return {
      didResolveSource: async ({ queryHash }) => {
        contextValue.trace.operationHash = queryHash;
      },
      didResolveOperation: async (request) => {
        await begun.didResolveOperation(request);
      },
      responseForOperation: async (request) => begun.responseForOperation(request),
      didEncounterErrors: async (request) => {
        begun.didEncounterErrors(request);
      },
      willSendResponse: async (request) => {
        await begun.willSendResponse(request);
      },
    };
  },
});
