import type { TestGateway } from './startGateway';

/** What a document gets that exceeds a limit. */
export const limitExceeded = (message: string) => ({
  status: 400,
  errors: [{ message, extensions: { code: 'LIMIT_EXCEEDED', retryable: false } }],
});

/** What a document gets apart from data. */
export const failureOf = async (
  gateway: TestGateway,
  document: string,
  variables?: Record<string, unknown>,
  headers?: Record<string, string>,
) => {
  const { status, errors } = await gateway.ask(document, variables, headers);
  return { status, errors };
};
