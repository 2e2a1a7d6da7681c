import type { FastifyInstance } from 'fastify';
import { serveGraphiQL } from './graphiql';

/**
 * The pages for people: `/` leads to the Sandbox at `/graphql`, and `/graphiql` works without the internet.
 *
 * @param publicPath the path under which a proxy publishes the gateway, such as `/governance`.
 */
export const servePages = (app: FastifyInstance, publicPath?: string): void => {
  // Without a public path it is relative: a proxy may have removed a path that the gateway does not know.
  const sandbox = publicPath === undefined ? 'graphql' : `${publicPath}/graphql`;
  app.get('/', async (_request, reply) => reply.redirect(sandbox));
  serveGraphiQL(app);
};
