import fc from 'fast-check';
import { parseConfigurationDiff } from '../../../src/changes/parseConfigurationDiff';
import { runs } from '../../support/soak';

it('reads each property with both sides, in the order of the text', () => {
  const differences = parseConfigurationDiff('{"Zone":["a","b"],"Cpu":[2,4],"Tags":[{"k":"v"},[]]}');

  expect(differences).toEqual([
    { path: 'Zone', kind: 'REPLACED', before: 'a', after: 'b' },
    { path: 'Cpu', kind: 'REPLACED', before: 2, after: 4 },
    { path: 'Tags', kind: 'REPLACED', before: { k: 'v' }, after: [] },
  ]);
});

it('gives properties that are named like list indices first', () => {
  const differences = parseConfigurationDiff('{"b":[1,2],"10":[1,2],"2":[1,2]}');

  expect(differences?.map(({ path }) => path)).toEqual(['2', '10', 'b']);
});

it.each([
  ['a null before as an addition', '[null,"a"]', { kind: 'ADDED', before: null, after: 'a' }],
  ['a null after as a removal', '["a",null]', { kind: 'REMOVED', before: 'a', after: null }],
  ['two nulls as a replacement', '[null,null]', { kind: 'REPLACED', before: null, after: null }],
  ['false, 0 and an empty text as values', '[false,0]', { kind: 'REPLACED', before: false, after: 0 }],
  [
    'a discovery with two dates, as a sample prints it',
    '["2026-05-26T16:00Z","2026-06-26T16:00Z"]',
    { kind: 'REPLACED', before: '2026-05-26T16:00Z', after: '2026-06-26T16:00Z' },
  ],
  [
    'integers beyond 2^53 as texts of their digits, however deep',
    '[1587203946182045123,{"ids":[9007199254740993,-9007199254740993,9007199254740991]}]',
    {
      kind: 'REPLACED',
      before: '1587203946182045123',
      after: { ids: ['9007199254740993', '-9007199254740993', 9007199254740991] },
    },
  ],
])('reads %s', (_, sides, difference) => {
  expect(parseConfigurationDiff(`{"P":${sides}}`)).toEqual([{ path: 'P', ...difference }]);
});

it.each(['', ' ', '\n\t', '{}', ' {} '])('reads %j as a diff without a property', (text) => {
  expect(parseConfigurationDiff(text)).toEqual([]);
});

it.each([
  ['quotes doubled', '{""Acl"":[null,""private""],""Grants"":[[],[{""Id"":7}]]}'],
  ['quotes of keys doubled', '{""Acl"":[null,"private"],""Grants"":[[],[{""Id"":7}]]}'],
  ['every quote escaped', String.raw`{\"Acl\":[null,\"private\"],\"Grants\":[[],[{\"Id\":7}]]}`],
  ['every quote escaped twice', String.raw`{\\\"Acl\\\":[null,\\\"private\\\"],\\\"Grants\\\":[[],[{\\\"Id\\\":7}]]}`],
  ['quotes around it', String.raw`"{\"Acl\":[null,\"private\"],\"Grants\":[[],[{\"Id\":7}]]}"`],
  ['every quote escaped, on several lines', '{\\"Acl\\":[null,\\"private\\"],\n\\"Grants\\":[[],[{\\"Id\\":7}]]}'],
])('reads a diff with %s', (_, text) => {
  expect(parseConfigurationDiff(text)).toEqual([
    { path: 'Acl', kind: 'ADDED', before: null, after: 'private' },
    { path: 'Grants', kind: 'REPLACED', before: [], after: [{ Id: 7 }] },
  ]);
});

it.each([
  ['no JSON', 'Status: Running'],
  ['JSON that breaks off, with its quotes escaped', String.raw`{\"Status\":[\"Running\",\"Sto`],
  ['JSON that breaks off, with its quotes doubled', '{""Status"":[""Running"",""Sto'],
  ['JSON that breaks off', '{"Status":["Running","Sto'],
  ['a top-level list', '["Status"]'],
  ['a top-level number', '42'],
  ['a top-level integer beyond 2^53', '1587203946182045123'],
  ['a top-level text', '"Status"'],
  ['a top-level null', 'null'],
  ['a top-level true', 'true'],
  ['a value that is no list', '{"Size":200}'],
  ['a value that is null', '{"Size":null}'],
  ['a value that is an object', '{"Size":{"0":1,"1":2,"length":2}}'],
  ['an empty list', '{"Size":[]}'],
  ['a list of one', '{"Size":[1]}'],
  ['a list of three', '{"Size":[1,2,3]}'],
  ['one bad property among good ones', '{"Cpu":[2,4],"Size":[1]}'],
])('gives null for %s', (_, text) => {
  expect(parseConfigurationDiff(text)).toBeNull();
});

it.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty', ''])(
  'takes the property %j as any other',
  (path) => {
    const text = `{${JSON.stringify(path)}:[null,{"__proto__":{"polluted":1587203946182045123}}]}`;

    const differences = parseConfigurationDiff(text);

    expect(differences).toHaveLength(1);
    expect(differences?.[0]).toMatchObject({ path, kind: 'ADDED', before: null });
    expect(JSON.stringify(differences?.[0]?.after)).toBe('{"__proto__":{"polluted":"1587203946182045123"}}');
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  },
);

it('reads back every diff that can be written', () => {
  // Long integers become texts: the test above covers them.
  const side = fc.jsonValue({ maxDepth: 3 }).filter((value) => !/\d{16}/.test(JSON.stringify(value)));
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.string(), side, side)), (properties) => {
      // Names that are array indexes come first in any object: their order cannot be kept.
      const named = new Map(properties.map(([name, before, after]) => [`.${name}`, [before, after]] as const));
      const text = JSON.stringify(Object.fromEntries(named));
      const differences = parseConfigurationDiff(text);
      expect(differences?.map(({ path }) => path)).toEqual([...named.keys()]);
      expect(JSON.stringify(differences?.map(({ before, after }) => [before, after]))).toBe(
        JSON.stringify([...named.values()]),
      );
    }),
  );
});

it('never throws, whatever the text', () => {
  const json = fc.json();
  const texts = fc.oneof(
    fc.string({ unit: 'binary' }),
    json,
    fc.tuple(json, fc.nat(60)).map(([text, cut]) => text.slice(0, cut)),
    json.map((text) => text.replaceAll('"', '""')),
    fc.bigInt().map((long) => `{"P":[${long},null]}`),
    fc.nat(20_000).map((depth) => '['.repeat(depth)),
    fc.nat(20_000).map((depth) => `{"P":[null,${'['.repeat(depth)}${']'.repeat(depth)}]}`),
    fc.nat(20_000).map((depth) => `{"P":[12345678901234567890,${'['.repeat(depth)}${']'.repeat(depth)}]}`),
  );
  fc.assert(
    fc.property(texts, (text) => {
      const differences = parseConfigurationDiff(text);
      expect(differences === null || Array.isArray(differences)).toBe(true);
    }),
    runs(1000),
  );
});
