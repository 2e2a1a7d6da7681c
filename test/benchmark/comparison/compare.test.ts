import { join } from 'node:path';
import { compare, expectedAnswer } from './compare';
import { end } from './processes';
import type { Scenario } from './scenarios';
import { scenarios } from './scenarios';
import type { ServerKind } from './servers';
import { baseline, startServer } from './servers';
import { problemsOf } from './summary';

const server = (behavior: string, name = behavior): ServerKind => ({
  name,
  script: 'server.mjs',
  args: [behavior],
  cwd: join(__dirname, 'fixtures'),
  environment: ({ port, upstreamUrl }) => ({ PORT: String(port), UPSTREAM_URL: upstreamUrl }),
  freshHeaders: {},
});
const [scenario] = scenarios.filter(({ id }) => id === 'B0') as [Scenario];

it('reports wrong answers, refused requests and bad signatures of a server, and none of an honest one', async () => {
  const contests = await compare({
    servers: [server('honest', baseline), server('lying'), server('failing'), server('unsigned')],
    scenarios: [scenario],
    rounds: 1,
    seconds: 0.25,
    warmUpRequests: 1,
  });

  expect(problemsOf(contests.filter(({ server: name }) => name === baseline))).toEqual([]);
  const problems = problemsOf(contests);
  expect(problems).toContainEqual(
    expect.stringMatching(/^B0, lying: \d+ other answers .*__typename: "Mutation" instead of "Query"/),
  );
  expect(problems).toContainEqual(expect.stringMatching(/^B0, failing: \d+ other answers .*errors: /));
  expect(problems).toContainEqual(expect.stringMatching(/^B0, failing: \d+ failed requests/));
  expect(problems).toContainEqual(expect.stringMatching(/^B0, unsigned: \d+ bad signatures/));
  expect(problems).toContainEqual(expect.stringMatching(/^B0, unsigned: \d+ calls that the upstream refused/));
  const unsigned = contests.find(({ server: name }) => name === 'unsigned');
  expect(unsigned?.rounds).toHaveLength(1);
  expect(unsigned?.rounds[0]?.callsPerRequest).toBeCloseTo(1, 1);
});

it('rejects a server that answers in another way than the baseline before there is any load', async () => {
  const running = await Promise.all(
    [server('honest', baseline), server('alwaysLying', 'liar')].map((kind) => startServer(kind, '')),
  );
  try {
    await expect(expectedAnswer(scenario, running)).rejects.toThrow(
      'liar answers B0 in another way: data.__typename: "Mutation" instead of "Query"',
    );
  } finally {
    await Promise.all(running.map(({ child }) => end(child)));
  }
});
