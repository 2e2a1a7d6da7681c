import fc from 'fast-check';
import { parseTags } from '../../../src/changes/parseTags';

it('gives one tag for each value of a key, in the order of the text', () => {
  const tags = parseTags('{"team":["billing"],"env":["prod","blue"],"note":[""]}');

  expect(tags).toEqual([
    { key: 'team', value: 'billing' },
    { key: 'env', value: 'prod' },
    { key: 'env', value: 'blue' },
    { key: 'note', value: '' },
  ]);
});

it('takes a value outside a list for a list of one', () => {
  expect(parseTags('{"team":"billing"}')).toEqual([{ key: 'team', value: 'billing' }]);
});

it.each(['', ' ', '{}', '{"team":[]}'])('reads %j as no tags', (text) => {
  expect(parseTags(text)).toEqual([]);
});

it.each([
  ['doubled quotes, as samples print them', '{""team"":[""billing""]}'],
  ['no JSON', 'team=billing'],
  ['JSON that breaks off', '{"team":["bil'],
  ['a top-level list', '[{"Key":"team","Value":"billing"}]'],
  ['a top-level null', 'null'],
  ['a top-level number', '7'],
  ['a value that is a number', '{"team":[7]}'],
  ['a value that is null', '{"team":[null]}'],
  ['a key without a value', '{"team":null}'],
  ['a value that is an object', '{"team":{"a":"b"}}'],
  ['one bad value among good ones', '{"team":["billing"],"cost":[3]}'],
])('gives null for %s', (_, text) => {
  expect(parseTags(text)).toBeNull();
});

it.each(['__proto__', 'constructor', ''])('takes the key %j as any other', (key) => {
  expect(parseTags(`{${JSON.stringify(key)}:["v"]}`)).toEqual([{ key, value: 'v' }]);
  expect(({} as { v?: unknown }).v).toBeUndefined();
});

it('never throws, whatever the text', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: 'binary' }),
        fc.json(),
        fc.json().map((text) => text.slice(1)),
      ),
      (text) => {
        const tags = parseTags(text);
        expect(tags === null || tags.every((tag) => typeof tag.value === 'string')).toBe(true);
      },
    ),
    { numRuns: 1000 },
  );
});
