import fc from 'fast-check';
import type { ChangeContent } from '../../../src/changes/fingerprint';
import { fingerprintOf, hasFingerprint } from '../../../src/changes/fingerprint';

const modify = (ConfigurationDiff?: string, RelationshipDiff?: string): ChangeContent => ({
  ResourceEventType: 'MODIFY',
  ConfigurationDiff,
  RelationshipDiff,
});

const nested = (depth: number): string => '['.repeat(depth) + ']'.repeat(depth);

/** The same value with its keys in another order. */
const reversed = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, member]) => [key, reversed(member)]),
  );
};

describe('two records share a fingerprint', () => {
  it('if they differ in spaces and in the order of keys, at any depth', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.tuple(fc.jsonValue(), fc.jsonValue())), (diff) => {
        const printed = modify(JSON.stringify(diff), JSON.stringify({ a: diff, b: 1 }));
        const other = modify(JSON.stringify(reversed(diff), null, 2), JSON.stringify(reversed({ a: diff, b: 1 })));

        expect(fingerprintOf(other)).toBe(fingerprintOf(printed));
      }),
    );
  });

  it.each([
    ['neither has a diff, one by an empty text', modify(''), modify(undefined)],
    ['neither has a relationship diff, one by an empty text', modify('{}', ''), modify('{}')],
    ['both have the same text that is no JSON', modify('{""a"":1}'), modify('{""a"":1}')],
    ['they are nested deeper than the stack', modify(nested(100_000)), modify(nested(100_000))],
  ])('if %s', (_, one, other) => {
    expect(fingerprintOf(one)).toBe(fingerprintOf(other));
  });
});

it.each([
  ['event types', modify('{}'), { ...modify('{}'), ResourceEventType: 'REMOVE' }],
  ['event types, one missing', modify('{}'), { ConfigurationDiff: '{}' }],
  ['values', modify('{"a":[1,2]}'), modify('{"a":[1,3]}')],
  ['orders of a list', modify('{"a":[1,2]}'), modify('{"a":[2,1]}')],
  ['types of a value', modify('{"a":[1,null]}'), modify('{"a":["1",null]}')],
  ['keys that have a meaning in JavaScript', modify('{"__proto__":[1,2]}'), modify('{"__proto__":[1,3]}')],
  ['numbers beyond 2^53', modify('{"a":[1,9007199254740993]}'), modify('{"a":[1,9007199254740992]}')],
  ['relationship diffs', modify('{}', '{"a":[1,2]}'), modify('{}', '{"a":[1,3]}')],
  ['relationship diffs, one missing', modify('{}', '{"a":[1,2]}'), modify('{}')],
])('different %s give different fingerprints', (_, one, other) => {
  expect(fingerprintOf(one)).not.toBe(fingerprintOf(other));
});

describe('a record has a fingerprint', () => {
  const full = modify('{"a":[1,2]}', '{"b":[1,2]}');
  const withoutRelationships = modify('{"a":[1,2]}');

  it.each([
    ['of its own', full, full, true],
    ['that was read where there are no relationships', full, withoutRelationships, true],
    ['that was read with relationships, if it was read without', withoutRelationships, full, true],
    ['no other relationships', full, modify('{"a":[1,2]}', '{"b":[1,3]}'), false],
    ['no other configuration', full, modify('{"a":[1,3]}', '{"b":[1,2]}'), false],
  ])('%s', (_, record, read, expected) => {
    expect(hasFingerprint(record, fingerprintOf(read))).toBe(expected);
  });
});
