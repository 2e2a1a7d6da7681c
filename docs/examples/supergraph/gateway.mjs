import { readFileSync } from 'node:fs';
import { ApolloGateway, RemoteGraphQLDataSource } from '@apollo/gateway';
import { ApolloServer } from '@apollo/server';
import { startStandaloneServer } from '@apollo/server/standalone';

const { ROUTER_PORT = '4100', SUPERGRAPH = 'supergraph.graphql', ROUTER_SECRET } = process.env;

/** Sends the secret that only this router and the governance gateway know. No other subgraph gets it. */
class GovernanceDataSource extends RemoteGraphQLDataSource {
  willSendRequest({ request }) {
    if (ROUTER_SECRET) request.http.headers.set('router-authorization', ROUTER_SECRET);
  }
}

const gateway = new ApolloGateway({
  supergraphSdl: readFileSync(SUPERGRAPH, 'utf8'),
  buildService: ({ name, url }) =>
    name === 'governance' ? new GovernanceDataSource({ url }) : new RemoteGraphQLDataSource({ url }),
});
const { url } = await startStandaloneServer(new ApolloServer({ gateway }), {
  listen: { port: Number(ROUTER_PORT), host: '127.0.0.1' },
});
console.log(`supergraph ${url}`);
