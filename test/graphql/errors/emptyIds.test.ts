import { smallWorld } from '../../emulator/world/worlds';
import type { TestGateway } from '../../support/startGateway';
import { startGateway } from '../../support/startGateway';

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startGateway({ world: smallWorld() });
});
beforeEach(() => {
  gateway.emulator.calls.clear();
});
afterAll(() => gateway.stop());

/**
 * A field with an empty text in it, its name, the path of that text, how it is printed, and what is expected in its
 * place.
 */
type Row = [
  selection: string,
  path: string,
  field: string,
  got: string,
  expected?: { readonly en: string; readonly zh: string },
];
const text = { en: 'a non-empty string', zh: '非空字符串' };
const item = { en: 'a non-empty string without commas', zh: '不含英文逗号的非空字符串' };
const accountIdExpected = {
  en: 'an Alibaba Cloud account ID, usually 16 digits',
  zh: '阿里云账号 ID（通常为 16 位数字）',
};

/** The upstream treats an empty ID as an omitted one, and answers for the root folder, or for the default baseline. */
it.each<Row>([
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
  [
    'cloudResources(accountGroupId: "ca-1", filter: { resourceId: "" }) { totalCount }',
    'cloudResources',
    'filter.resourceId',
    '""',
  ],
  [
    'configurationTimeline(resource: { region: "r", resourceType: "ACS::A::B", resourceId: "i" }, filter: { paths: ["Cpu", " "] }) { totalCount }',
    'configurationTimeline',
    'filter.paths.1',
    '" "',
  ],
  ['configurationRecorder(accountId: "") { status }', 'configurationRecorder', 'accountId', '""', accountIdExpected],
  ...(['resourceType', 'resourceId'] as const).flatMap((part): Row[] => {
    const key = { region: '"r"', resourceType: '"ACS::A::B"', resourceId: '"i"', [part]: '""' };
    const printed = `{ ${Object.entries(key)
      .map((entry) => entry.join(': '))
      .join(', ')} }`;
    return [
      [`cloudResource(key: ${printed}) { resourceName }`, 'cloudResource', `key.${part}`, '""'],
      [`configurationTimeline(resource: ${printed}) { totalCount }`, 'configurationTimeline', `resource.${part}`, '""'],
    ];
  }),
])('sends nothing for %s', async (selection, path, field, got, expected = text) => {
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
  expect(english).toEqual(refused(`${field} must be ${expected.en}, but got ${got}.`));
  expect(chinese).toEqual(refused(`${field} 应为${expected.zh}，但收到 ${got}。`));
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

it.each([
  ['{ resourceId: " " }', 'filter.resourceId', '" "', text],
  ['{ regions: ["cn-hangzhou", ""] }', 'filter.regions.1', '""', item],
  ['{ regions: ["a,b"] }', 'filter.regions.0', '"a,b"', item],
  ['{ resourceTypes: [""] }', 'filter.resourceTypes.0', '""', item],
  [
    '{ resourceTypes: ["ACS::ECS::Disk,ACS::ECS::Instance"] }',
    'filter.resourceTypes.0',
    '"ACS::ECS::Disk,ACS::ECS::Instance"',
    item,
  ],
])('sends nothing for resources by %s, and says which text it is', async (filter, field, got, expected) => {
  const document = `{ currentAccount { resources(filter: ${filter}) { totalCount } } }`;
  const english = await gateway.query(document);
  const chinese = await gateway.query(document, {}, { 'accept-language': 'zh' });

  const refused = (message: string) => ({
    data: { currentAccount: { resources: null } },
    errors: [{ message, extensions: { code: 'BAD_USER_INPUT', field: field.split('.') } }],
  });
  expect(english).toMatchObject(refused(`${field} must be ${expected.en}, but got ${got}.`));
  expect(chinese).toMatchObject(refused(`${field} 应为${expected.zh}，但收到 ${got}。`));
  expect(gateway.upstreamCalls()).toEqual([]);
});
