import { touches } from '../../../../src/changes/parts/touches';
import { parsePointer } from '../../../../src/json/jsonPointer';

const rules = (...ports: readonly string[]) => ports.map((PortRange) => ({ PortRange, Policy: { Action: 'Accept' } }));

const touched = (before: unknown, after: unknown, pointer: string): boolean =>
  touches({ path: 'Permissions', kind: 'REPLACED', before, after }, parsePointer(pointer) ?? []);

it.each([
  ['the property', '/Permissions', true],
  ['another property', '/Description', false],
  ['the item around what changed', '/Permissions/1', true],
  ['what changed', '/Permissions/1/PortRange', true],
  ['something below what changed that is not there', '/Permissions/1/PortRange/0', false],
  ['something beside it', '/Permissions/1/Policy', false],
  ['another item', '/Permissions/0', false],
  ['an item that is not there', '/Permissions/9', false],
])('a change of one member touches %s: %s is %s', (_, pointer, expected) => {
  expect(touched(rules('443', '22'), rules('443', '23'), pointer)).toBe(expected);
});

it('an item that was added touches what is in it, and nothing else', () => {
  const [before, after] = [rules('443'), rules('443', '22')];

  expect(touched(before, after, '/Permissions/1/Policy/Action')).toBe(true);
  expect(touched(before, after, '/Permissions/1/Policy/Reason')).toBe(false);
});

it('looks into JSON in a text, also if the property was not there before', () => {
  const text = JSON.stringify({ Statement: [{ Effect: 'Allow' }] });

  expect(touched(null, text, '/Permissions/Statement/0/Effect')).toBe(true);
  expect(touched(null, text, '/Permissions/Version')).toBe(false);
  expect(touched('{"a":1}', '{ "a": 1 }', '/Permissions/a')).toBe(false);
});

it('may touch anything if it has more parts than are searched, or is nested too deep', () => {
  const many = Object.fromEntries(Array.from({ length: 10_001 }, (_, index) => [`k${index}`, index]));
  const deep = (leaf: number): unknown => JSON.parse(`${'['.repeat(10_000)}${leaf}${']'.repeat(10_000)}`);

  expect(touched(many, {}, '/Permissions/nothing')).toBe(true);
  expect(touched(deep(1), deep(2), '/Permissions/9')).toBe(true);
  expect(touched({ a: deep(1) }, [deep(2)], '/Permissions/a')).toBe(true);
});
