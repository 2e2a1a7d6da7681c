import { smallWorld } from '../../emulator/world/worlds';
import type { TestGateway } from '../../support/startGateway';
import { startGateway } from '../../support/startGateway';

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startGateway({ world: smallWorld() });
});
afterAll(() => gateway.stop());

/** The upstream takes an empty ID for one left out, and answers for the root folder, or for the default baseline. */
it.each([
  ['folder(folderId: "") { name }', 'folder', 'folderId', '""'],
  ['folder(folderId: " ") { name }', 'folder', 'folderId', '" "'],
  ['accounts(filter: { folderId: "" }) { nodes { accountId } }', 'accounts', 'filter.folderId', '""'],
  [
    'accounts(filter: { folderId: "", includeSubfolders: true }) { nodes { accountId } }',
    'accounts',
    'filter.folderId',
    '""',
  ],
  ['accounts(filter: { nameContains: "" }) { nodes { accountId } }', 'accounts', 'filter.nameContains', '""'],
  ['accounts(filter: { tag: { key: "" } }) { nodes { accountId } }', 'accounts', 'filter.tag.key', '""'],
  [
    'accounts(filter: { tag: { key: " ", value: "prod" } }) { nodes { accountId } }',
    'accounts',
    'filter.tag.key',
    '" "',
  ],
  ['accountFactoryBaseline(baselineId: "") { baselineId name }', 'accountFactoryBaseline', 'baselineId', '""'],
  ['accountGroup(accountGroupId: "") { name }', 'accountGroup', 'accountGroupId', '""'],
  ['cloudResources(accountGroupId: "") { totalCount }', 'cloudResources', 'accountGroupId', '""'],
])('sends nothing for %s', async (selection, path, field, got) => {
  const headers = { 'accept-language': 'zh' };
  const english = await gateway.query(`{ ${selection} }`);
  const chinese = await gateway.query(`{ ${selection} }`, {}, headers);

  const refused = (message: string) => ({
    data: { [path]: null },
    errors: [
      {
        message,
        locations: [{ line: 1, column: 3 }],
        path: [path],
        extensions: { code: 'BAD_USER_INPUT', retryable: false, field: field.split('.') },
      },
    ],
  });
  expect(english).toEqual(refused(`${field} must be a text that is not empty, but got ${got}.`));
  expect(chinese).toEqual(refused(`${field} 应为非空文本，但收到 ${got}。`));
  expect(gateway.emulator.calls.all()).toEqual([]);
});

it('asks nothing about what is in a folder, or of an account, whose ID can be none', async () => {
  const { data, errors } = await gateway.query(`{
    folder(folderId: "Projects") {
      ancestors { name } children { nodes { name } } accounts { nodes { accountId } }
    }
    account(accountId: "payments") { displayName payer { accountId } }
  }`);

  expect(data).toEqual({ folder: null, account: null });
  expect(errors).toMatchObject([{ path: ['account'], extensions: { code: 'BAD_USER_INPUT', field: ['accountId'] } }]);
  expect(gateway.upstreamCalls()).toEqual(['GetFolder']);
});
