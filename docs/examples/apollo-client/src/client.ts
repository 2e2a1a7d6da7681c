import { ApolloClient, HttpLink, InMemoryCache } from '@apollo/client';
import { relayStylePagination } from '@apollo/client/utilities';
import possible from './generated/possibleTypes';

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

export const client = new ApolloClient({
  link: new HttpLink({ uri: '/graphql' }),
  cache: new InMemoryCache({
    possibleTypes: possible.possibleTypes,
    typePolicies: {
      Query: { fields: { accounts: relayStylePagination(['filter']) } },
      Account: { keyFields: ['accountId'] },
      AccountEnrollment: { keyFields: ['accountId'] },
      ConfigurationRecorder: { keyFields: ['accountId'] },
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
