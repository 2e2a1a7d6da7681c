import { createServer } from 'node:http';
import { createSchema, createYoga } from 'graphql-yoga';
import { createContext, listen, resolvers, typeDefs } from './service.mjs';

/** GraphQL Yoga on the server of Node. */
const yoga = createYoga({ schema: createSchema({ typeDefs, resolvers }), context: createContext, logging: false });
createServer(yoga).listen(listen);
