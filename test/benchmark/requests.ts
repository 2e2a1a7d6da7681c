import { existsSync, readFileSync } from 'node:fs';
import { getVariableValues, Kind, parse, validate } from 'graphql';
import { buildSubgraph } from '../../src/buildSchema';
import { createCostAnalysis } from '../../src/cost/createCostAnalysis';
import { maxVariableErrors } from '../../src/execution/coerceVariables';
import { KnownLists } from '../../src/loaders/KnownLists';
import { createCalling } from '../../src/loaders/cloud-config/calledOperations';
import { cloudConfigApis } from '../../src/loaders/cloud-config/cloudConfigApis';
import { CursorFormat } from '../../src/pagination/cursor';
import { checkDocument } from '../../src/server/limits/checkDocument';
import { checkVariableUses } from '../../src/server/limits/checkVariableUses';
import { checkVariables } from '../../src/server/limits/checkVariables';
import { dropTokens } from '../../src/server/limits/dropTokens';
import { maxValidationErrors, maxBodyBytes } from '../../src/server/limits/fixedLimits';
import { defaultLimits as limits } from '../../src/settings';
import type { LargeRequest } from '../support/largeRequests';
import { growingRequests, largestAccepted } from '../support/largeRequests';

/*
 * How long the event loop stands still for the largest requests that the limits accept, before anything is executed:
 * `node --import tsx test/benchmark/requests.ts`. Each stage has its median. `worst` is the worst round of the thread that
 * runs the event loop; the medians have the threads that collect garbage and compile, too.
 */

const rounds = 15;

const { schema } = buildSubgraph({ relayNodeFields: true });
const lists = new KnownLists();
const { costOf } = createCostAnalysis({
  schema,
  maxCalls: 600,
  calling: createCalling(cloudConfigApis['2020-09-07'], 'role'),
  cursors: new CursorFormat(),
});

const stages = ['parse', 'limit', 'validate', 'coerce', 'estimate'] as const;
type Times = Record<(typeof stages)[number], number>;

const none: Times = { parse: 0, limit: 0, validate: 0, coerce: 0, estimate: 0 };

const schedule = `/proc/self/task/${process.pid}/schedstat`;

/** The CPU time of the thread that runs the event loop, ms. Linux counts it, in steps of a few; others count that of all. */
const threadTime = (): number => {
  if (existsSync(schedule)) return Number(readFileSync(schedule, 'utf8').split(' ', 1)[0]) / 1e6;
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

const measureStages = ({ query, variables = {} }: LargeRequest): Times => {
  const times: Times = { ...none };
  const time = <T>(stage: keyof Times, run: () => T): T => {
    const startedAt = process.cpuUsage();
    const result = run();
    const { user, system } = process.cpuUsage(startedAt);
    times[stage] += (user + system) / 1000;
    return result;
  };
  const document = time('parse', () => parse(query, { maxTokens: limits.tokens }));
  time('limit', () => {
    checkVariables(variables, limits);
    dropTokens(document);
    checkDocument(schema, document, limits);
  });
  const errors = time('validate', () => validate(schema, document, undefined, { maxErrors: maxValidationErrors }));
  const [operation] = document.definitions;
  if (errors.length > 0 || operation?.kind !== Kind.OPERATION_DEFINITION) return times;
  const { variableDefinitions = [] } = operation;
  time('limit', () => {
    checkVariableUses(document, operation, variables, limits);
  });
  time('coerce', () => getVariableValues(schema, variableDefinitions, variables, { maxErrors: maxVariableErrors }));
  time('estimate', () => costOf(document, operation, variables, lists, 'NEWEST_FIRST'));
  return times;
};

/** What one round of a request takes: by stages, and of the event loop. */
const measure = (request: LargeRequest) => {
  const startedAt = threadTime();
  const times = measureStages(request);
  return { times, loopMs: threadTime() - startedAt };
};

const total = (times: Times): number => stages.reduce((sum, stage) => sum + times[stage], 0);
const text = (ms: number): string => ms.toFixed(1).padStart(8);

process.stdout.write(`${['', ...stages, 'sum', 'worst'].map((name) => name.padStart(8)).join('')}  bytes\n`);
const requests = Object.entries(growingRequests).map(
  ([name, make]) => [name, largestAccepted(make, { schema, limits, maxBytes: maxBodyBytes })] as const,
);
for (let round = 0; round < rounds; round += 1) for (const [, request] of requests) measure(request);
for (const [name, request] of requests) {
  const all = Array.from({ length: rounds }, () => measure(request));
  const sorted = all.map(({ times }) => times).sort((one, other) => total(one) - total(other));
  const median = sorted[Math.floor(rounds / 2)] ?? none;
  const worst = Math.max(...all.map(({ loopMs }) => loopMs));
  const cells = [...stages.map((stage) => median[stage]), total(median), worst].map(text).join('');
  process.stdout.write(`        ${cells}  ${JSON.stringify(request).length}  ${name}\n`);
}
