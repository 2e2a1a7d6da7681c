import { GraphQLDateTime, GraphQLJSON } from 'graphql-scalars';

/** ISO 8601, UTC, milliseconds. Not type-graphql's own, which prints another name. */
export const DateTime = GraphQLDateTime;

/** Any JSON value. */
export const JSONValue = GraphQLJSON;
