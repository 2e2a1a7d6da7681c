import { differencesOf } from './answers';

const expected = { data: { page: { nodes: [{ accountId: '1234567890123456', size: 1 }, { size: 2 }] } } };
const answer = (changes: object): unknown => ({ ...structuredClone(expected), ...changes });

it('finds no difference in an equal answer, whatever its extensions and the order of its fields', () => {
  const data = { page: { nodes: [{ size: 1, accountId: '1234567890123456' }, { size: 2 }] } };

  expect(differencesOf(expected, { extensions: { cost: 1 }, data })).toEqual([]);
});

it('takes an ID that is printed as a number for the same ID', () => {
  const data = { page: { nodes: [{ accountId: 1234567890123456, size: 1 }, { size: 2 }] } };

  expect(differencesOf(expected, { data })).toEqual([]);
});

it.each([
  ['another value', { page: { nodes: [{ accountId: '1234567890123456', size: 1 }, { size: 3 }] } }, 'nodes.1.size'],
  [
    'a number as a text',
    { page: { nodes: [{ accountId: '1234567890123456', size: '1' }, { size: 2 }] } },
    'nodes.0.size',
  ],
  ['an item less', { page: { nodes: [{ accountId: '1234567890123456', size: 1 }] } }, 'nodes.1'],
  ['an item more', { page: { nodes: [...expected.data.page.nodes, { size: 3 }] } }, 'nodes.2'],
  ['a field less', { page: { nodes: [{ size: 1 }, { size: 2 }] } }, 'nodes.0.accountId'],
  ['a field more', { page: { ...expected.data.page, count: 2 } }, 'page.count'],
  ['null in place of an object', { page: null }, 'page'],
  [
    'an object in place of a list',
    { page: { nodes: { 0: expected.data.page.nodes[0], 1: { size: 2 } } } },
    'page.nodes',
  ],
])('names the place of %s', (_, data, place) => {
  const differences = differencesOf(expected, { data });

  expect(differences).toHaveLength(1);
  expect(differences[0]).toMatch(new RegExp(`^data\\.(page\\.)?${place.replace('.', '\\.')}: `));
});

it.each([
  ['an error beside the data', answer({ errors: [{ message: 'Too many requests.' }] })],
  ['an error alone', { errors: [{ message: 'Too many requests.' }] }],
  ['no data', answer({ data: null })],
  ['an empty answer', {}],
  ['no answer', undefined],
])('counts %s as a difference, even if the baseline has the same', (_, actual) => {
  expect(differencesOf(expected, actual)).toHaveLength(1);
  expect(differencesOf(actual, actual)).toHaveLength(1);
});
