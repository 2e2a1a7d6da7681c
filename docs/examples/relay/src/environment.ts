import { Environment, type FetchFunction, Network, RecordSource, Store } from 'relay-runtime';

/** What `@catch(to: RESULT)` returns for a field that cannot be read. Relay removes `message`, but not `extensions`. */
export interface CaughtError {
  readonly extensions?: { readonly code: string; readonly message: string };
}

interface GraphQLError {
  readonly message: string;
  readonly extensions?: object;
}

const fetchGraphQL: FetchFunction = async ({ text }, variables, { force }) => {
  const response = await fetch('/graphql', {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: 'application/graphql-response+json, application/json',
      ...(force && { 'cache-control': 'no-cache' }),
    },
    body: JSON.stringify({ query: text, variables }),
  });
  const { errors, ...payload } = await response.json();
  return {
    ...payload,
    errors: errors?.map((error: GraphQLError) => ({
      ...error,
      extensions: { ...error.extensions, message: error.message },
    })),
  };
};

export const environment = new Environment({
  network: Network.create(fetchGraphQL),
  store: new Store(new RecordSource()),
});
