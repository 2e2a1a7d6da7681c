import { GraphQLError, OperationTypeNode } from 'graphql';
import type { Stage } from './Stage';

/** Refuses subscriptions: graphql-js would run one as if the schema had a type for them, and fail. */
export const noSubscriptions: Stage = () => ({
  didResolveOperation: ({ operation }) => {
    if (operation?.operation !== OperationTypeNode.SUBSCRIPTION) return;
    throw new GraphQLError('The operation must be a query or a mutation, but got a subscription.', {
      extensions: { code: 'BAD_REQUEST', http: { status: 400 } },
    });
  },
});
