import { findInexactNumbers } from '../../../../src/server/http/inexactNumbers';

it('finds numbers that a double cannot hold, by their places', () => {
  expect(findInexactNumbers('{"a":[1,12345678901234567890],"b":"12345678901234567890"}', ['variables'])).toEqual([
    { path: ['variables', 'a', '1'], literal: '12345678901234567890' },
  ]);
});

it.each([
  ['no JSON', '{"a":12345678901234567890'],
  ['a text that nests deeper than any request may', `${'['.repeat(101)}1e999${']'.repeat(101)}`],
])('does not look into %s, which is refused', (_what, text) => {
  expect(findInexactNumbers(text)).toEqual([]);
});
