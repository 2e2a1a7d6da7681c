import { UserError } from '../../../src/errors/UserError';
import { parsePageSize } from '../../../src/pagination/pageSize';

it.each([
  [undefined, 20],
  [null, 20],
  [1, 1],
  [100, 100],
])('takes %s for %s', (first, size) => {
  expect(parsePageSize(first)).toBe(size);
});

it.each([0, -1, 101, 250, 1.5, 2 ** 31 - 1])('refuses %s, and says what was expected', (first) => {
  let refusal: unknown;
  try {
    parsePageSize(first);
  } catch (error) {
    refusal = error;
  }

  expect(refusal).toBeInstanceOf(UserError);
  expect(refusal).toMatchObject({
    code: 'BAD_USER_INPUT',
    field: ['first'],
    explanation: { en: `first must be 1 to 100, but got ${first}.`, zh: `first 应为 1 到 100，但收到 ${first}。` },
  });
});
