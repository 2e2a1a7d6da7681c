import type { ApolloServerPlugin } from '@apollo/server';
import { ApolloServerPluginLandingPageDisabled } from '@apollo/server/plugin/disabled';
import type { FastifyInstance } from 'fastify';
import type { Exposure } from '../../settings';
import { policyOf } from '../http/contentSecurity';
import { explorerDocuments } from '../http/explorerDocuments';
import { sandboxPage, sandboxSecurity } from '../http/sandboxPage';

/** Which document the Sandbox opens: one with variables. */
const opened = 'RecentChanges';

/** Shows Apollo Sandbox to browsers that open `/graphql`, if it is on. */
export const sandbox = (app: FastifyInstance, { sandbox: isOn, graphiql }: Exposure): ApolloServerPlugin => {
  if (!isOn) return ApolloServerPluginLandingPageDisabled();
  const document = explorerDocuments().find(({ name }) => name === opened);
  if (document === undefined) throw new Error(`There is no schema/operations/${opened}.graphql.`);
  const html = sandboxPage(document, graphiql);
  const policy = policyOf(html, sandboxSecurity);
  app.addHook('onSend', async (request, reply) => {
    const type = String(reply.getHeader('content-type'));
    if (request.routeOptions.url === '/graphql' && type.startsWith('text/html')) {
      reply.header('content-security-policy', policy);
    }
  });
  return { serverWillStart: async () => ({ renderLandingPage: async () => ({ html }) }) };
};
