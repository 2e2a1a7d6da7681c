import { parseJsonObject, parseJsonText } from '../../../src/changes/parseJsonText';

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
