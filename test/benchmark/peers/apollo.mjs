import { ApolloServer } from '@apollo/server';
import { startStandaloneServer } from '@apollo/server/standalone';
import { createContext, listen, resolvers, typeDefs } from './service.mjs';

/** The baseline: Apollo Server as its documentation starts it. */
await startStandaloneServer(new ApolloServer({ typeDefs, resolvers }), {
  listen,
  context: async () => createContext(),
});
