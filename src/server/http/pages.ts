import type { FastifyInstance } from 'fastify';
import type { Exposure } from '../../settings';
import { serveGraphiQL } from './graphiql';

interface PageOptions {
  readonly exposure: Exposure;
  /** The path under which a proxy publishes the gateway, such as `/governance`. */
  readonly publicPath?: string;
}

/**
 * The pages for people: `/` leads to the Sandbox at `/graphql`, and `/graphiql` works without the internet. Without the
 * Sandbox, `/` leads to GraphiQL.
 */
export const servePages = (
  app: FastifyInstance,
  { exposure: { sandbox, graphiql }, publicPath }: PageOptions,
): void => {
  const start = sandbox ? 'graphql' : 'graphiql';
  // Without a public path it is relative: a proxy may have removed a path that the gateway does not know.
  const address = publicPath === undefined ? start : `${publicPath}/${start}`;
  if (sandbox || graphiql) app.get('/', async (_request, reply) => reply.redirect(address));
  if (graphiql) serveGraphiQL(app);
};
