import { Agent, request } from 'undici';
import type { GraphQLAnswer } from './startGateway';

/** What a caller sees of an answer, apart from data. */
export interface Outcome {
  readonly status: number;
  readonly retryAfter: string | string[] | undefined;
  readonly errors: GraphQLAnswer<unknown>['errors'];
}

/** Sends a document, or reads another path. */
export type Caller = (
  query: string,
  more?: {
    readonly variables?: object;
    readonly path?: string;
    readonly headers?: Readonly<Record<string, string>>;
  },
) => Promise<Outcome>;

const agents: Agent[] = [];

/** Callers without a principal are identified by their addresses, so each gets its own address on the loopback network. */
export const callerAt = ({ url }: { readonly url: string }, localAddress: string): Caller => {
  const dispatcher = new Agent({ localAddress, connections: 60 });
  agents.push(dispatcher);
  return async (query, { variables, path = '/graphql', headers = {} } = {}) => {
    const isDocument = path === '/graphql';
    const received = await request(`${url}${path}`, {
      dispatcher,
      method: isDocument ? 'POST' : 'GET',
      headers: { 'content-type': 'application/json', ...headers },
      body: isDocument ? JSON.stringify({ query, variables }) : null,
    });
    const { errors } = (await received.body.json()) as GraphQLAnswer<unknown>;
    return { status: received.statusCode, retryAfter: received.headers['retry-after'], errors };
  };
};

/** Closes the connections of all callers. */
export const closeCallers = async (): Promise<void> => {
  await Promise.all(agents.splice(0).map((agent) => agent.close()));
};
