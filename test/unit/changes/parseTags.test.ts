import fc from 'fast-check';
import { parseTags } from '../../../src/changes/parseTags';
import { runs } from '../../support/soak';

it('gives one tag for each value of a key, in the order of the text', () => {
  const tags = parseTags('{"team":["billing"],"env":["prod","blue"],"note":[""]}');

  expect(tags).toEqual([
    { key: 'team', value: 'billing' },
    { key: 'env', value: 'prod' },
    { key: 'env', value: 'blue' },
    { key: 'note', value: '' },
  ]);
});

it.each([
  ['as samples print it, with doubled quotes of keys', '{""hc"":["value2"],""note"":[""]}'],
  ['with every quote doubled', '{""hc"":[""value2""],""note"":[""""]}'],
  ['with every quote escaped', String.raw`{\"hc\":[\"value2\"],\"note\":[\"\"]}`],
  ['quoted once too often', String.raw`"{\"hc\":[\"value2\"],\"note\":[\"\"]}"`],
  ['of values outside lists', '{"hc":"value2","note":""}'],
  ['of keys without a value', '{"hc":"value2","note":null}'],
  ['of pairs', '[{"Key":"hc","Value":"value2"},{"Key":"note"}]'],
  ['of pairs in a wrapper', '{"Tag":[{"TagKey":"hc","TagValue":"value2"},{"TagKey":"note","TagValue":""}]}'],
])('reads the text %s', (_, text) => {
  expect(parseTags(text)).toEqual([
    { key: 'hc', value: 'value2' },
    { key: 'note', value: '' },
  ]);
});

it('takes a key named Tag for a key', () => {
  expect(parseTags('{"Tag":["a","b"]}')).toEqual([
    { key: 'Tag', value: 'a' },
    { key: 'Tag', value: 'b' },
  ]);
});

it('gives numbers and flags as texts, with all their digits', () => {
  expect(parseTags('{"cost":[12345678901234567,7,true]}')?.map(({ value }) => value)).toEqual([
    '12345678901234567',
    '7',
    'true',
  ]);
});

it.each(['', ' ', '{}', '{"team":[]}'])('reads %j as no tags', (text) => {
  expect(parseTags(text)).toEqual([]);
});

it.each([
  ['no JSON', 'team=billing'],
  ['JSON that breaks off', '{"team":["bil'],
  ['a top-level null', 'null'],
  ['a top-level number', '7'],
  ['a value that is an object', '{"team":{"a":"b"}}'],
  ['a value that is a list', '{"team":[["billing"]]}'],
  ['one bad value among good ones', '{"team":["billing"],"cost":[{}]}'],
  ['a pair without a key', '[{"Key":"team","Value":"billing"},{"Value":"prod"}]'],
  ['a pair with an empty key', '[{"Key":"","Value":"billing"}]'],
  ['texts in place of pairs', '["team"]'],
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
        fc.json().map((text) => text.replaceAll('"', '""')),
        fc.json().map((text) => text.replaceAll('"', '\\"')),
      ),
      (text) => {
        const tags = parseTags(text);
        expect(tags === null || tags.every((tag) => typeof tag.value === 'string')).toBe(true);
      },
    ),
    runs(1000),
  );
});
