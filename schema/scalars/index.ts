import { GraphQLScalarType } from 'graphql';
import { GraphQLDateTime, GraphQLJSON } from 'graphql-scalars';

/** ISO 8601, UTC, milliseconds. Not type-graphql's own, which prints another name. */
export const DateTime = new GraphQLScalarType({
  ...GraphQLDateTime.toConfig(),
  specifiedByURL: 'https://scalars.graphql.org/andimarek/date-time.html',
});

/** Any JSON value. graphql-scalars says who specifies it. */
export const JSONValue = GraphQLJSON;
