import { buildSchema } from 'graphql';
import { explainValue } from '../../../../src/server/stages/explainValue';

const schema = buildSchema('enum Color { RED GREEN } type Query { a(color: Color): Int }');
const told = (message: string): readonly (string | undefined)[] => [
  explainValue(message, schema, 'en'),
  explainValue(message, schema, 'zh'),
];

it.each([
  [
    'Int cannot represent non-integer value: "x"',
    'Int cannot represent non-integer value: "x". Expected a whole number of 32 bits.',
    'Int 的值不合法：应为 32 位整数。',
  ],
  [
    'Variable "$in" got invalid value "x" at "in.first"; Int cannot represent non-integer value: "x"',
    'Variable "$in" got invalid value "x" at "in.first"; Int cannot represent non-integer value: "x". Expected a whole number of 32 bits.',
    '变量 "$in.first" 的值不合法：应为 32 位整数。',
  ],
  [
    'Variable "$in" got invalid value "a; b at \\"c\\"; d"; Int cannot represent non-integer value: "a; b"',
    'Variable "$in" got invalid value "a; b at \\"c\\"; d"; Int cannot represent non-integer value: "a; b". Expected a whole number of 32 bits.',
    '变量 "$in" 的值不合法：应为 32 位整数。',
  ],
  [
    'Variable "$color" got invalid value "BLUE"; Value "BLUE" does not exist in "Color" enum. Did you mean "RED"?',
    'Variable "$color" got invalid value "BLUE"; Value "BLUE" does not exist in "Color" enum. Did you mean "RED"? Expected one of RED, GREEN.',
    '变量 "$color" 的值不合法：应为以下之一：RED、GREEN。',
  ],
  [
    'Enum "Color" cannot represent non-enum value: "RED".',
    'Enum "Color" cannot represent non-enum value: "RED". Expected one of RED, GREEN.',
    'Color 的值不合法：应为以下之一：RED、GREEN。',
  ],
])('says what was expected in place of %s', (message, en, zh) => {
  expect(told(message)).toEqual([en, zh]);
});

it.each([
  'Variable "$in" got invalid value { color: "RED" }; Expected type "Int" to be an object.',
  'Value "BLUE" does not exist in "Shade" enum.',
  'Syntax Error: Expected Name, found <EOF>.',
])('leaves %s as it is', (message) => {
  expect(told(message)).toEqual([undefined, undefined]);
});

it.each([['; Value "'], ['; Value " at "'], ['; Int cannot '], [' at "a"; ']])(
  'reads a client’s value full of %s once: a million characters take no longer than a test may',
  (text) => {
    const value = text.repeat(1_000_000 / text.length);

    expect(told(`Variable "$in" got invalid value { ${value}: 1 }; Field "x" is not defined.`)).toEqual([
      undefined,
      undefined,
    ]);
  },
);
