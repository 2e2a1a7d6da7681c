import type { ApolloServerPlugin, GraphQLRequestExecutionListener, GraphQLRequestListener } from '@apollo/server';
import { ApolloServerPluginInlineTrace } from '@apollo/server/plugin/inlineTrace';
import type { GraphQLResolveInfo } from 'graphql';
import type { Context } from '../../context';
import type { AnswerSize } from '../../json/AnswerSize';

/** What a traced field has besides names: times, and what divides them. Bytes. */
const sizeOfTimes = 40;

/** How much longer a text is in Base64. */
const base64Growth = 4 / 3;

/** How much longer an answer becomes by the trace of one field, roughly, in bytes. */
const sizeOfTrace = ({ path, parentType, returnType }: GraphQLResolveInfo): number =>
  base64Growth * (sizeOfTimes + String(path.key).length + parentType.name.length + String(returnType).length);

/**
 * Adds the duration of each field to answers if a router asks for it (`ftv1`), as long as the answer has room for it
 * beside its data. If it has not, the trace is omitted: a router goes on without it.
 */
export const fieldTraces = (): ApolloServerPlugin<Context> => {
  const traces = ApolloServerPluginInlineTrace({ includeErrors: { masked: true } });
  return {
    ...traces,
    requestDidStart: async (request) => {
      const trace = await traces.requestDidStart?.(request);
      return trace ? whileThereIsRoom(trace, request.contextValue.answerSize) : undefined;
    },
  };
};

/** The same listener, which is forgotten with all that it has gathered as soon as there is no more room. */
const whileThereIsRoom = (
  trace: GraphQLRequestListener<Context>,
  answer: AnswerSize,
): GraphQLRequestListener<Context> => {
  let kept: GraphQLRequestListener<Context> | undefined = trace;
  let execution: GraphQLRequestExecutionListener<Context> | undefined;
  let bytes = 0;
  return {
    executionDidStart: async (request) => {
      execution = (await kept?.executionDidStart?.(request)) ?? undefined;
      return {
        willResolveField: (field) => {
          if (execution === undefined) return undefined;
          bytes += sizeOfTrace(field.info);
          if (answer.hasRoomFor(bytes)) return execution.willResolveField?.(field);
          kept = undefined;
          execution = undefined;
          return undefined;
        },
      };
    },
    didEncounterErrors: async (request) => kept?.didEncounterErrors?.(request),
    willSendResponse: async (request) => {
      await kept?.willSendResponse?.(request);
      const { body } = request.response;
      const { extensions = {} } = body.kind === 'single' ? body.singleResult : {};
      if (typeof extensions.ftv1 === 'string' && !answer.hasRoomFor(extensions.ftv1.length)) delete extensions.ftv1;
    },
  };
};
