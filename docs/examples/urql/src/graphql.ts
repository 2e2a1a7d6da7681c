import { initGraphQLTada } from 'gql.tada';
import type { introspection } from './generated/graphql-env';

/** Documents that carry their types: the TypeScript server infers them from the text and the schema. */
export const graphql = initGraphQLTada<{
  introspection: introspection;
  scalars: { DateTime: string; JSON: unknown };
}>();
