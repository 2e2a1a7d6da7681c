import { GraphQLScalarType } from 'graphql';
import { GraphQLDateTime, GraphQLJSON } from 'graphql-scalars';

/** ISO 8601, UTC, milliseconds. Not type-graphql's own, which prints another name. */
export const DateTime = new GraphQLScalarType({
  ...GraphQLDateTime.toConfig(),
  description: 'A point in time, as an RFC 3339 date-time in UTC, such as `2007-12-03T10:15:30Z`.',
  specifiedByURL: 'https://scalars.graphql.org/andimarek/date-time.html',
});

/** Any JSON value. graphql-scalars says who specifies it. */
export const JSONValue = GraphQLJSON;
