import type { Stage } from './Stage';

/** Adds the ID of the trace to each error, so that the report of an error can name its trace. */
export const traceIds: Stage = ({ traceId }) => ({
  willSendResponse: ({ response: { body } }) => {
    if (traceId === undefined || body.kind !== 'single') return;
    const { singleResult } = body;
    singleResult.errors = singleResult.errors?.map((error) => ({
      ...error,
      extensions: { ...error.extensions, traceId },
    }));
  },
});
