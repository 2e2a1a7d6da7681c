import type { ApolloServerPlugin } from '@apollo/server';
import type { Context } from '../../context';

/**
 * Says in `extensions.access` which lists may omit accounts because of the caller's rights:
 * `{ "shortened": ["accounts", "members"] }`. Without it no list does.
 */
export const shortened = (): ApolloServerPlugin<Context> => ({
  requestDidStart: async ({ contextValue: { access } }) => ({
    willSendResponse: async ({ response: { body } }) => {
      if (body.kind !== 'single' || access.shortened.size === 0) return;
      const told = { shortened: [...access.shortened].sort() };
      body.singleResult.extensions = { ...body.singleResult.extensions, access: told };
    },
  }),
});
