import Fastify from 'fastify';
import mercurius from 'mercurius';
import { createContext, listen, resolvers, typeDefs } from './service.mjs';

/** Mercurius, which compiles a document with graphql-jit when it comes a second time. */
const app = Fastify();
await app.register(mercurius, { schema: typeDefs, resolvers, context: createContext, jit: 1 });
await app.listen(listen);
