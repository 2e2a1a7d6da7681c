/* global URL */
import { readFileSync } from 'node:fs';
import { ApolloServer } from '@apollo/server';
import { ApolloServerPluginInlineTraceDisabled } from '@apollo/server/plugin/disabled';
import { startStandaloneServer } from '@apollo/server/standalone';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { parse } from 'graphql';

/**
 * What accounts spend in a month, by account ID: three accounts of the demo company, of which the gateway has no role in
 * the third, and one that nobody knows.
 */
const monthlySpend = {
  1587203946182045: 1250.5,
  1734905562810937: 80,
  1203377514980266: 12.75,
  1999999999999999: 0.25,
};

/** Servers, and the keys of the cloud resources that they are. Two names can mean one resource. */
const accountId = '1587203946182045';
const instance = {
  accountId,
  region: 'cn-hangzhou',
  resourceType: 'ACS::ECS::Instance',
  resourceId: 'i-bp1a9fk3m7q2x8c5v0zt',
};
const bucket = {
  accountId,
  region: 'cn-shanghai',
  resourceType: 'ACS::OSS::Bucket',
  resourceId: 'lotus-valley-billing-reports',
};
const servers = [
  { hostname: 'worker', resource: instance },
  { hostname: 'worker-alias', resource: instance },
  { hostname: 'reports', resource: bucket },
];

async function start(name, port, resolvers) {
  const typeDefs = parse(readFileSync(new URL(`${name}.graphql`, import.meta.url), 'utf8'));
  const server = new ApolloServer({
    schema: buildSubgraphSchema([{ typeDefs, resolvers }]),
    plugins: [ApolloServerPluginInlineTraceDisabled()],
  });
  const { url } = await startStandaloneServer(server, { listen: { port: Number(port), host: '127.0.0.1' } });
  console.log(`${name} ${url}`);
}

/** Extends Account: it is given the key of an account, and adds what it spends. */
await start('billing', process.env.BILLING_PORT ?? 4101, {
  Query: {
    topSpenders: (_source, { first }) => ({
      nodes: Object.keys(monthlySpend)
        .slice(0, first)
        .map((id) => ({ accountId: id })),
      pageInfo: { hasNextPage: first < Object.keys(monthlySpend).length, hasPreviousPage: false },
    }),
  },
  Account: {
    __resolveReference: (account) => account,
    monthlySpend: (account) => monthlySpend[account.accountId] ?? 0,
  },
});

/** Refers to CloudResource: it gives the key, and the router asks the gateway for the rest. */
await start('cmdb', process.env.CMDB_PORT ?? 4102, { Query: { servers: () => servers } });
