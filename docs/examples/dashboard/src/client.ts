import { ApolloClient, ApolloLink, HttpLink, InMemoryCache } from '@apollo/client';
import { SetContextLink } from '@apollo/client/link/context';
import { relayStylePagination } from '@apollo/client/utilities';
import { map } from 'rxjs';
import { noteCost } from './cost';
import possible from './generated/possibleTypes';
import { language } from './language';

// Apollo Client's types follow the defaults only if they are declared.
declare module '@apollo/client' {
  namespace ApolloClient {
    namespace DeclareDefaultOptions {
      interface WatchQuery {
        errorPolicy: 'all';
      }
      interface Query {
        errorPolicy: 'all';
      }
      interface Mutate {
        errorPolicy: 'all';
      }
    }
  }
}

let fresh = false;

const addHeaders = new SetContextLink(({ headers }) => ({
  headers: {
    // Messages come in the language of the page, which need not be that of the browser.
    'accept-language': language.get(),
    ...(fresh && { 'cache-control': 'no-cache' }),
    ...headers,
  },
}));

const countCalls = new ApolloLink((operation, forward) =>
  forward(operation).pipe(
    map((result) => {
      noteCost(result.extensions);
      return result;
    }),
  ),
);

export const client = new ApolloClient({
  // A request in flight can be in the other language.
  queryDeduplication: false,
  link: ApolloLink.from([addHeaders, countCalls, new HttpLink({ uri: '/graphql' })]),
  cache: new InMemoryCache({
    possibleTypes: possible.possibleTypes,
    typePolicies: {
      Query: { fields: { accounts: relayStylePagination(['filter']) } },
      Account: { keyFields: ['accountId'] },
      AccountEnrollment: { keyFields: ['accountId'] },
      AccountFactoryBaseline: { keyFields: ['baselineId'] },
      ConfigurationRecorder: { keyFields: ['accountId'] },
      ResourceDirectory: { keyFields: ['resourceDirectoryId'] },
      ResourceDirectoryFolder: { keyFields: ['folderId'] },
      CloudResource: {
        keyFields: ['accountId', 'region', 'resourceType', 'resourceId'],
        fields: { configurationTimeline: relayStylePagination(['between', 'filter']) },
      },
    },
  }),
  defaultOptions: {
    watchQuery: { errorPolicy: 'all' },
    query: { errorPolicy: 'all' },
    mutate: { errorPolicy: 'all' },
  },
});

/** Reads everything on the page again, past the cache of the gateway. */
export const refresh = async (): Promise<void> => {
  fresh = true;
  await client.refetchQueries({ include: 'active' });
  fresh = false;
};
