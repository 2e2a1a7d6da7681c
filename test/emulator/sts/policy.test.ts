import { parsePolicy } from '../../../src/emulator/ram/policy';

const policy = (...Statement: object[]) => JSON.stringify({ Version: '1', Statement });
const allow = { Effect: 'Allow', Resource: '*' };

it.each([
  ['one action', { ...allow, Action: 'config:GetAggregator' }, 'config:GetAggregator', true],
  ['in another letter case', { ...allow, Action: 'CONFIG:getaggregator' }, 'config:GetAggregator', true],
  ['a family of actions', { ...allow, Action: ['sts:*', 'config:Get*'] }, 'config:GetAggregator', true],
  ['a full stop, which is no wildcard', { ...allow, Action: 'config.GetAggregator' }, 'config:GetAggregator', false],
  ['another action', { ...allow, Action: 'config:Get' }, 'config:GetAggregator', false],
  ['everything but it', { ...allow, NotAction: 'config:*' }, 'config:GetAggregator', false],
  ['everything but another', { ...allow, NotAction: ['sts:*'] }, 'config:GetAggregator', true],
])('allows or denies by %s', (_, statement, action, expected) => {
  expect(parsePolicy(policy(statement))?.(action)).toBe(expected);
});

it('denies what one statement allows and another denies', () => {
  const may = parsePolicy(policy({ ...allow, Action: '*' }, { ...allow, Effect: 'Deny', Action: 'config:Put*' }));

  expect([may?.('config:PutConfigurationRecorder'), may?.('config:GetAggregator')]).toEqual([false, true]);
});

it.each([
  ['no JSON', '{'],
  ['no object', '[]'],
  ['no statement', policy()],
  ['another version', JSON.stringify({ Version: '2', Statement: { ...allow, Action: '*' } })],
  ['both Action and NotAction', policy({ ...allow, Action: '*', NotAction: '*' })],
  ['neither', policy(allow)],
  ['another effect', policy({ ...allow, Effect: 'Perhaps', Action: '*' })],
])('is none with %s', (_, text) => {
  expect(parsePolicy(text)).toBeUndefined();
});
