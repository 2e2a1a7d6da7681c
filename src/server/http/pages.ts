import { renderGraphiQL } from '@graphql-yoga/render-graphiql';
import type { FastifyInstance } from 'fastify';

/** What the explorers show first: a query that works on any upstream. */
export const firstQuery = `query WhoAmI {
  currentAccount {
    accountId
    configurationRecorder { status }
  }
  resourceDirectory {
    resourceDirectoryId
    managementAccountName
  }
}
`;

/** The pages for people: `/` leads to the Sandbox at `/graphql`, and `/graphiql` works without the internet. */
export const servePages = (app: FastifyInstance): void => {
  app.get('/', async (_request, reply) => reply.redirect('/graphql'));

  let graphiql: string | undefined;
  app.get('/graphiql', async (_request, reply) => {
    graphiql ??= renderGraphiQL({
      endpoint: '/graphql',
      title: 'Alibaba Cloud governance gateway',
      defaultQuery: firstQuery,
    });
    return reply.type('text/html; charset=utf-8').send(graphiql);
  });
};
