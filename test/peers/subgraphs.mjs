/* global URL */
import { readFileSync } from 'node:fs';
import { ApolloServer } from '@apollo/server';
import { ApolloServerPluginInlineTraceDisabled } from '@apollo/server/plugin/disabled';
import { startStandaloneServer } from '@apollo/server/standalone';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { parse } from 'graphql';

const sdlOf = (name) =>
  parse(readFileSync(new URL(`../federation/neighbours/${name}.graphql`, import.meta.url), 'utf8'));

async function start(name, resolvers) {
  const server = new ApolloServer({
    schema: buildSubgraphSchema([{ typeDefs: sdlOf(name), resolvers }]),
    plugins: [ApolloServerPluginInlineTraceDisabled()],
  });
  const { url } = await startStandaloneServer(server, { listen: { port: 0, host: '127.0.0.1' } });
  return { name, url, stop: () => server.stop() };
}

/** Knows what accounts spend, by account ID: the neighbour that extends Account. */
export const startBilling = (monthlySpend) =>
  start('billing', {
    Query: {
      topSpenders: () => ({
        nodes: Object.keys(monthlySpend).map((accountId) => ({ accountId })),
        pageInfo: { hasNextPage: false, hasPreviousPage: false },
      }),
    },
    Account: {
      __resolveReference: ({ accountId }) => ({ accountId }),
      monthlySpend: ({ accountId }) => monthlySpend[accountId] ?? 0,
    },
  });

/** Knows servers, and the keys of the cloud resources that they are: the neighbour that refers to CloudResource. */
export const startCmdb = (servers) => start('cmdb', { Query: { servers: () => servers } });
