import type { TestGateway } from '../../support/startGateway';
import { startGateway } from '../../support/startGateway';

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startGateway();
});
afterAll(() => gateway.stop());

/** A byte that is no UTF-8. Parsers differ in what becomes of the text around it. */
const brokenByte = '%FF';

const ask = async (query: string, variables: string): Promise<unknown> => {
  const response = await fetch(`${gateway.url}/graphql?query=${query}&variables=${variables}`, {
    headers: { 'content-type': 'application/json' },
  });
  const { errors } = (await response.json()) as { errors?: readonly { message: string }[] };
  return [response.status, errors?.[0]?.message];
};

const document = encodeURIComponent('query ($all: [_Any!]!) { _entities(representations: $all) { __typename } }');
const variables = (value: string): string =>
  `${encodeURIComponent('{"text":"')}${brokenByte}${encodeURIComponent('","all":')}${value}%7D`;

it('limits the variables of a query string as they are executed, also with bytes that are no UTF-8', async () => {
  expect(await ask(document, variables(`${'['.repeat(11)}${']'.repeat(11)}`))).toEqual([
    400,
    'A variable must nest at most 10 levels of lists and objects deep, but nests deeper. MAX_VARIABLE_DEPTH raises the limit.',
  ]);
  expect(await ask(document, variables(`[${'1,'.repeat(4999)}1]`))).toEqual([
    400,
    expect.stringMatching('^The variables must have at most 5000 values') as string,
  ]);
});

it('limits the document of a query string as it is parsed, also with bytes that are no UTF-8', async () => {
  expect(await ask(`${'%7Ba'.repeat(101)}${brokenByte}`, '')).toEqual([
    400,
    'The document must nest at most 100 levels deep, but nests deeper.',
  ]);
});
