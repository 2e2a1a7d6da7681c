import fc from 'fast-check';
import { parseJson } from '../../../src/json/parseJson';
import { runs } from '../../support/soak';

const longest = 2n ** 63n;

it('keeps every digit of any 64-bit integer, wherever it stands', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: -longest, max: 2n * longest }), (number) => {
      const digits = number.toString();
      const expected = Number.isSafeInteger(Number(digits)) ? Number(digits) : digits;

      expect(parseJson(`{"a":${digits},"b":[${digits},  ${digits}],"c" : { "d" :\n${digits} }}`)).toEqual({
        a: expected,
        b: [expected, expected],
        c: { d: expected },
      });
      expect(parseJson(digits)).toEqual(expected);
    }),
    runs(10_000),
  );
});

it.each([
  ['9007199254740991', 9007199254740991],
  ['-9007199254740991', -9007199254740991],
  ['9007199254740992', '9007199254740992'],
  ['-9007199254740993', '-9007199254740993'],
  ['1234567890123456', 1234567890123456],
  ['1e400', '1e400'],
  ['-1.5E+999', '-1.5E+999'],
  ['1e308', 1e308],
  ['0.1234567890123456789', 0.12345678901234568],
])('reads %s as %p', (literal, expected) => {
  expect(parseJson(`{"id":${literal}}`)).toEqual({ id: expected });
});

it('gives what JSON.parse gives for everything else, whichever parser runs', () => {
  fc.assert(
    fc.property(fc.json({ maxDepth: 4 }), fc.boolean(), (json, slowly) => {
      fc.pre(!/(^|[^.\d])\d{16}/.test(json) && !/\\ud[89a-f]/.test(json));
      // A long number in a text of its own sends the rest through the slow parser.
      const text = slowly ? `[${json},"[12345678901234567"]` : json;

      expect(parseJson(text)).toEqual(JSON.parse(text));
    }),
    runs(5000),
  );
});

it('refuses what JSON.parse refuses', () => {
  fc.assert(
    fc.property(fc.json(), fc.nat(), fc.string({ maxLength: 2 }), fc.boolean(), (json, at, insert, slowly) => {
      const whole = slowly ? `[12345678901234567,${json}]` : json;
      const position = at % (whole.length + 1);
      const text = whole.slice(0, position) + insert + whole.slice(position);
      const accepts = (parse: (text: string) => unknown) => {
        try {
          parse(text);
          return true;
        } catch {
          return false;
        }
      };

      expect(accepts(parseJson)).toBe(accepts(JSON.parse));
    }),
    runs(5000),
  );
});

it.each([
  '{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}',
  '{"__proto__":{"polluted":12345678901234567}}',
])('makes ordinary properties of keys that objects inherit: %s', (text) => {
  const parsed = parseJson(text) as object;

  expect(Object.getPrototypeOf(parsed)).toBe(Object.prototype);
  expect(Object.keys(parsed)).toContain('__proto__');
  expect({}).not.toHaveProperty('polluted');
});

it('lets the last of two equal keys count, like JSON.parse', () => {
  expect(parseJson('{"a":1,"a":12345678901234567}')).toEqual({ a: '12345678901234567' });
});

it('puts U+FFFD in place of half a surrogate pair, in texts and keys, escaped or not', () => {
  const value = parseJson('{"name":"db-\\ud83d","\\uDE00k":[{"whole":"\\ud83d\\ude00"}],"raw":"\ud83d"}');

  expect(value).toEqual({ name: 'db-\ufffd', '\ufffdk': [{ whole: '😀' }], raw: '\ufffd' });
});

it('returns only well-formed Unicode, at whatever place the text was cut', () => {
  fc.assert(
    fc.property(fc.jsonValue({ stringUnit: 'binary' }), fc.nat(20), (value, at) => {
      const cut = JSON.stringify(value, (_, item: unknown) => (typeof item === 'string' ? item.slice(0, at) : item));

      // JSON.stringify escapes nothing of this form but half a pair.
      expect(JSON.stringify(parseJson(cut))).not.toMatch(/(?<!\\)(?:\\\\)*\\ud[89a-f]/);
    }),
    runs(2000),
  );
});
