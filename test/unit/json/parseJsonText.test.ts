import fc from 'fast-check';
import { parseJsonObject, parseJsonText } from '../../../src/json/parseJsonText';
import { runs } from '../../support/soak';

it.each([
  ['{"a":[1,"b",null]}', { a: [1, 'b', null] }],
  ['[]', []],
  ['"text"', 'text'],
  ['12345678901234567890', '12345678901234567890'],
  ['', null],
  ['{', null],
])('parses %j', (text, value) => {
  expect(parseJsonText(text)).toEqual(value);
});

it.each(['[]', '"a"', '1', 'null', 'true', '{', ''])('finds no object in %j', (text) => {
  expect(parseJsonObject(text)).toBeNull();
});

/** Objects and lists, with strings of every kind in them. */
const anyContainer = fc
  .jsonValue({ stringUnit: 'binary' })
  .filter((value) => typeof value === 'object' && value !== null)
  .filter((value) => !/[\d.]{16}|[eE]/.test(JSON.stringify(value)));

it.each<[string, (text: string) => string]>([
  ['with its quotes doubled', (text) => text.replaceAll('"', '""')],
  ['escaped once', (text) => JSON.stringify(text).slice(1, -1)],
  ['escaped twice', (text) => JSON.stringify(JSON.stringify(text).slice(1, -1)).slice(1, -1)],
  ['quoted once', (text) => JSON.stringify(text)],
  ['quoted twice', (text) => JSON.stringify(JSON.stringify(text))],
])('reads any object or list %s like the one that it was made of', (_, spoil) => {
  fc.assert(
    fc.property(anyContainer, (value) => {
      const text = JSON.stringify(value);

      expect(JSON.stringify(parseJsonText(spoil(text)))).toBe(JSON.stringify(parseJsonText(text)));
    }),
    runs(500),
  );
});

it('reads a printed XML sample, which has a backslash before every quote and before nothing else', () => {
  expect(parseJsonText(String.raw`{\"Path\":\"C:\\dir\",\"Note\":\"a \\"word\\"\"}`)).toEqual({
    Path: String.raw`C:\dir`,
    Note: 'a "word"',
  });
});

it.each(['a text', '{', '[1', String.raw`{\"a\"`, '""a""'])('leaves a JSON string alone that holds %j', (text) => {
  expect(parseJsonText(JSON.stringify(text))).toBe(text);
});
