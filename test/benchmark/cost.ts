import { Kind, parse } from 'graphql';
import { buildSubgraph } from '../../src/buildSchema';
import { createCostAnalysis } from '../../src/cost/createCostAnalysis';
import { KnownLists } from '../../src/loaders/KnownLists';
import { createCalling } from '../../src/loaders/cloud-config/calledOperations';
import { cloudConfigApis } from '../../src/loaders/cloud-config/cloudConfigApis';
import { CursorFormat } from '../../src/pagination/cursor';

/*
 * How much CPU the estimate of a document takes: `node --import tsx test/benchmark/cost.ts`.
 */

const evaluations = 200_000;

const { schema } = buildSubgraph({ relayNodeFields: true });
const lists = new KnownLists();
const { costOf } = createCostAnalysis({
  schema,
  maxCalls: 600,
  calling: createCalling(cloudConfigApis['2020-09-07'], 'role'),
  cursors: new CursorFormat(),
});

const document = parse(
  'query ($resource: CloudResourceKeyInput!) { configurationTimeline(resource: $resource, first: 10) { nodes { changes { path } } } }',
);
const [operation] = document.definitions;
if (operation?.kind !== Kind.OPERATION_DEFINITION) throw new Error('Expected an operation.');
const variables = { resource: { region: 'cn-hangzhou', resourceType: 'ACS::ECS::Instance', resourceId: 'i-1' } };

for (let count = 0; count < evaluations / 100; count += 1) costOf(document, operation, variables, lists);
const start = process.cpuUsage();
for (let count = 0; count < evaluations; count += 1) costOf(document, operation, variables, lists);
const { user, system } = process.cpuUsage(start);

const wrong = { resource: Object.fromEntries(Array.from({ length: 5000 }, (_, index) => [`wrong${index}`, 'x'])) };
const startOfWrong = process.cpuUsage();
costOf(document, operation, wrong, lists);
const ofWrong = process.cpuUsage(startOfWrong);

process.stdout.write(
  `${((user + system) / evaluations).toFixed(2)} µs per estimate, ${((ofWrong.user + ofWrong.system) / 1000).toFixed(1)} ms for 5,000 wrong members of a variable\n`,
);
