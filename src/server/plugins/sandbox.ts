import type { ApolloServerPlugin } from '@apollo/server';
import { explorerDocuments } from '../http/explorerDocuments';
import { sandboxPage } from '../http/sandboxPage';

/** Which document the Sandbox opens: one with variables. */
const opened = 'RecentChanges';

/** Shows Apollo Sandbox to browsers that open `/graphql`. */
export const sandbox = (): ApolloServerPlugin => {
  const document = explorerDocuments().find(({ name }) => name === opened);
  if (document === undefined) throw new Error(`There is no schema/operations/${opened}.graphql.`);
  const html = sandboxPage(document);
  return { serverWillStart: async () => ({ renderLandingPage: async () => ({ html }) }) };
};
