import type { Variety } from './load';
import { instances, window } from './world';

/** One kind of request, the same for every server. */
export interface Scenario {
  readonly id: string;
  /** As a table names it. */
  readonly name: string;
  readonly connections: number;
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
  /** Whether a server that shares reads may do so. If not, every request has to be read upstream. */
  readonly sharing?: boolean;
  readonly variety?: Variety;
}

const fields = `{
    pageInfo { hasNextPage }
    nodes { capturedAt eventType resourceName changes { path kind before after } }
  }`;

const timeline = `query Timeline($resource: CloudResourceKeyInput!, $between: TimeRangeInput, $first: Int) {
  configurationTimeline(resource: $resource, between: $between, first: $first) ${fields}
}`;

const aliases = Array.from({ length: 20 }, (_, index) => index);
const manyTimelines = `query Timelines($between: TimeRangeInput, ${instances
  .map((_, index) => `$resource${index}: CloudResourceKeyInput!`)
  .join(', ')}) {
${aliases
  .map(
    (alias) =>
      `  timeline${alias}: configurationTimeline(resource: $resource${alias % instances.length}, between: $between, first: 5) ${fields}`,
  )
  .join('\n')}
}`;

const manyVariables = {
  between: window,
  ...Object.fromEntries(instances.map((key, index) => [`resource${index}`, key])),
};

const [resource] = instances;

export const scenarios: readonly Scenario[] = [
  { id: 'B0', name: '`{ __typename }`', connections: 20, query: '{ __typename }', variables: {} },
  {
    id: 'B1',
    name: 'one timeline page, `first: 10`, typed changes',
    connections: 20,
    query: timeline,
    variables: { resource, between: window, first: 10 },
  },
  {
    id: 'B1m',
    name: 'the same, which the gateway may answer from memory',
    connections: 20,
    query: timeline,
    variables: { resource, between: window, first: 10 },
    sharing: true,
  },
  {
    id: 'B2',
    name: '20 aliases over 10 resources, `first: 5`',
    connections: 20,
    query: manyTimelines,
    variables: manyVariables,
  },
  {
    id: 'B2c',
    name: 'the same, each request by another caller',
    connections: 20,
    query: manyTimelines,
    variables: manyVariables,
    variety: { of: 'callers', count: 2000 },
  },
  {
    id: 'B5',
    name: 'one timeline page, `first: 90`',
    connections: 5,
    query: timeline,
    variables: { resource, between: window, first: 90 },
  },
];
