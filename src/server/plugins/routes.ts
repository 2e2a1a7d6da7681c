import type { ApolloServerPlugin } from '@apollo/server';
import type { Context } from '../../context';

/**
 * Says in `extensions.routes` which way other accounts were read, and how often: each in its account by a role, or through
 * an account group: `{ "member": 12, "accountGroup": 1 }`. Without it nothing was read of another account.
 */
export const routes = (): ApolloServerPlugin<Context> => ({
  requestDidStart: async ({ contextValue: { trace } }) => ({
    willSendResponse: async ({ response: { body } }) => {
      if (body.kind !== 'single' || trace.routes === undefined) return;
      body.singleResult.extensions = { ...body.singleResult.extensions, routes: trace.routes };
    },
  }),
});
