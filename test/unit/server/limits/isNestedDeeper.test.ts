import { isNestedDeeper } from '../../../../src/server/limits/isNestedDeeper';

it.each([
  ['{ a { b } }', 2],
  ['{ a(in: [{ b: 1 }]) }', 4],
  ['{ a(text: "{{{") }', 2],
  ['{ a(text: "\\"{{{") }', 2],
  ['{ a(text: """{{{ " \\""" {{{""") }', 2],
  ['{ a # {{{\n}', 1],
  ['{ a(text: ""){ b } }', 2],
  ['{ a(text: "never ends {{{', 2],
  ['{ a(text: "never ends {{{\n{', 3],
  ['{ a(text: """never ends {{{\n{', 2],
])('finds how deep the brackets of %s nest', (document, levels) => {
  expect([isNestedDeeper(document, levels - 1), isNestedDeeper(document, levels)]).toEqual([true, false]);
});

it.each([
  ['quotes in a string that never ends', '"' + '\\"'.repeat(500_000)],
  ['a block string that never ends', '"""' + '\\"""'.repeat(250_000)],
  ['strings that never end', '"\n'.repeat(500_000)],
])('reads %s once: a million characters take no longer than a test may', (_what, document) => {
  expect(isNestedDeeper(document, 1)).toBe(false);
});
