import type { RefusalState, UnprovokedCode } from './RefusalState';
import { smallWorld } from './smallWorld';

const lookUp = { operation: 'LookupEvents', world: smallWorld() } as const;
const range = (bounds: { readonly StartTime?: string; readonly EndTime?: string }) => ({ MaxResults: 10, ...bounds });

export const actiontrailRefusals: readonly RefusalState[] = [
  {
    ...lookUp,
    code: 'InvalidParameterCombination',
    state: 'a time range that ends before it starts',
    parameters: range({ StartTime: '2026-06-20T00:00:00Z', EndTime: '2026-06-19T00:00:00Z' }),
  },
  {
    ...lookUp,
    code: 'InvalidParameterStartTime',
    state: 'a time range without a start',
    parameters: range({ EndTime: '2026-06-19T00:00:00Z' }),
  },
  {
    ...lookUp,
    code: 'InvalidParameterEndTime',
    state: 'a time range without an end',
    parameters: range({ StartTime: '2026-06-19T00:00:00Z' }),
  },
  {
    ...lookUp,
    code: 'InvalidQueryParameter',
    state: 'an attribute without a value',
    parameters: { MaxResults: 10, LookupAttribute: [{ Key: 'EventRW' }] },
  },
  {
    operation: 'DescribeTrails',
    world: smallWorld(),
    code: 'InvalidTrailNameException',
    state: 'a text that can be no trail’s name',
    parameters: { NameList: '?' },
  },
  {
    operation: 'DescribeTrails',
    world: smallWorld(),
    code: 'InvalidQueryParameter',
    state: 'more than a hundred names',
    parameters: { NameList: Array.from({ length: 101 }, (_, index) => `trail-${index}`).join(',') },
  },
  {
    operation: 'GetTrailStatus',
    world: smallWorld(),
    code: 'TrailNotFoundException',
    state: 'a trail that does not exist',
    parameters: { Name: 'no-such-trail' },
  },
];

export const actiontrailUnprovoked: readonly UnprovokedCode[] = [
  {
    operation: 'LookupEvents',
    code: 'IncompleteSignature',
    reason: 'what is missing from a signature is refused by the API gateway, with codes of its own',
  },
];
