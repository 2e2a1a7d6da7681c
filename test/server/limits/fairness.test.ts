import { callerAt, closeCallers } from '../../support/callersAt';
import { SimulatedTime } from '../../support/simulatedTime';
import type { TestGateway } from '../../support/startGateway';
import { startGateway } from '../../support/startGateway';

let gateway: TestGateway;
let time: SimulatedTime;
beforeEach(async () => {
  time = new SimulatedTime();
  gateway = await startGateway({ accounts: 10, quotas: true, clock: time });
});
afterEach(async () => {
  await closeCallers();
  await gateway.stop();
});

/** A resource of the directory. */
const resource = '{ region: "cn-shenzhen", resourceType: "ACS::ECS::Instance", resourceId: "i-bp14rr7azaqg4" }';

/** A document of so many timelines: the same text each time, which the gateway prepares once. */
const timelines = (count: number): string => {
  const numbers = Array.from({ length: count }, (_, index) => index);
  const fields = numbers.map(
    (number) => `t${number}: configurationTimeline(
      resource: ${resource}
      between: { from: "2026-06-01T00:00:00Z", to: $t${number} }
    ) { nodes { capturedAt } }`,
  );
  return `query (${numbers.map((number) => `$t${number}: DateTime!`).join(' ')}) { ${fields.join(' ')} }`;
};
const [five, one] = [timelines(5), timelines(1)];

let moments = 0;

/** Variables for timelines that nobody has read before. */
const unread = (count: number): object =>
  Object.fromEntries(
    Array.from({ length: count }, (_, index) => {
      moments += 1;
      return [`t${index}`, new Date(Date.parse('2026-06-30T08:00:00Z') + moments * 1000).toISOString()];
    }),
  );

it('answers each single read of a caller while sixty connections of another read timelines', async () => {
  const [greedy, modest] = [callerAt(gateway, '127.0.0.2'), callerAt(gateway, '127.0.0.3')];
  let isOver = false;
  let refused = 0;
  const read = async () => {
    while (!isOver) {
      const { errors } = await greedy(five, { variables: unread(5) });
      if (errors?.some(({ extensions }) => extensions?.code === 'UPSTREAM_THROTTLED')) refused += 1;
      await time.sleep(2000);
    }
  };
  const readOnceInAWhile = async () => {
    const answers = [];
    while (answers.length < 8) {
      await time.sleep(1000);
      answers.push(await modest(one, { variables: unread(1) }));
    }
    isOver = true;
    return answers;
  };

  const [answers] = await time.passUntil(Promise.all([readOnceInAWhile(), ...Array.from({ length: 60 }, read)]));

  expect(refused).toBeGreaterThan(60);
  expect(answers.map(({ errors }) => errors)).toEqual(Array(8).fill(undefined));
});
