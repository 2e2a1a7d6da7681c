import { readFileSync } from 'node:fs';
import { ApolloGateway } from '@apollo/gateway';
import { ApolloServer } from '@apollo/server';
import { startStandaloneServer } from '@apollo/server/standalone';

const { ROUTER_PORT = '4100', SUPERGRAPH = 'supergraph.graphql' } = process.env;

const gateway = new ApolloGateway({ supergraphSdl: readFileSync(SUPERGRAPH, 'utf8') });
const { url } = await startStandaloneServer(new ApolloServer({ gateway }), {
  listen: { port: Number(ROUTER_PORT), host: '127.0.0.1' },
});
console.log(`supergraph ${url}`);
