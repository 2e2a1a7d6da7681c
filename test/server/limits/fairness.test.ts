import { Agent, request } from 'undici';
import { SimulatedTime } from '../../support/simulatedTime';
import type { GraphQLAnswer, TestGateway } from '../../support/startGateway';
import { startGateway } from '../../support/startGateway';

/* Callers without a principal are told apart by their addresses, so each gets its own address on the loopback network. */

let gateway: TestGateway;
let time: SimulatedTime;
const agents: Agent[] = [];
beforeEach(async () => {
  time = new SimulatedTime();
  gateway = await startGateway({ accounts: 10, quotas: true, clock: time });
});
afterEach(async () => {
  await Promise.all(agents.splice(0).map((agent) => agent.close()));
  await gateway.stop();
});

/** What sends documents from an address. */
const callerAt = (localAddress: string) => {
  const dispatcher = new Agent({ localAddress, connections: 60 });
  agents.push(dispatcher);
  return async (query: string): Promise<GraphQLAnswer<Record<string, unknown>>> => {
    const { body } = await request(`${gateway.url}/graphql`, {
      dispatcher,
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query }),
    });
    return (await body.json()) as GraphQLAnswer<Record<string, unknown>>;
  };
};

let moments = 0;

/** A timeline that nobody has read before. */
const unread = (): string => {
  moments += 1;
  const to = new Date(Date.parse('2026-06-30T08:00:00Z') + moments * 1000).toISOString();
  return `a${moments}: configurationTimeline(
    resource: { region: "cn-shenzhen", resourceType: "ACS::ECS::Instance", resourceId: "i-1" }
    between: { from: "2026-06-01T00:00:00Z", to: "${to}" }
  ) { nodes { capturedAt } }`;
};

it('answers each single read of a caller while sixty connections of another read timelines', async () => {
  const [greedy, modest] = [callerAt('127.0.0.2'), callerAt('127.0.0.3')];
  let isOver = false;
  let refused = 0;
  const read = async () => {
    while (!isOver) {
      const { errors } = await greedy(`{ ${Array.from({ length: 5 }, unread).join(' ')} }`);
      if (errors?.some(({ extensions }) => extensions?.code === 'UPSTREAM_THROTTLED')) refused += 1;
      await time.sleep(500);
    }
  };
  const readOnceInAWhile = async () => {
    const answers = [];
    while (answers.length < 8) {
      await time.sleep(1000);
      answers.push(await modest(`{ ${unread()} }`));
    }
    isOver = true;
    return answers;
  };

  const [answers] = await time.passUntil(
    gateway,
    Promise.all([readOnceInAWhile(), ...Array.from({ length: 60 }, read)]),
  );

  expect(refused).toBeGreaterThan(60);
  expect(answers.filter(({ errors }) => errors?.[0]?.extensions?.code === 'UPSTREAM_THROTTLED')).toEqual([]);
});
