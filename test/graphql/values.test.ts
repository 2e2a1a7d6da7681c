import { isObjectType } from 'graphql';
import { buildSubgraph } from '../../src/buildSchema';
import type { TestGateway } from '../support/startGateway';
import { startGateway } from '../support/startGateway';

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startGateway();
});
afterAll(() => gateway.stop());

const key = 'region: "cn-hangzhou", resourceType: "ACS::ECS::Instance", resourceId: "i-1"';
const iso = {
  en: 'Expected a date and time in ISO 8601 with a time zone, such as "2024-06-01T08:00:00Z".',
  zh: '应为带时区的 ISO 8601 日期时间，例如 "2024-06-01T08:00:00Z"。',
};

const byPost = async (document: string, variables: Record<string, unknown>, language: string): Promise<string[]> => {
  const { errors = [] } = await gateway.query(document, variables, { 'accept-language': language });
  return errors.map(({ message }) => message);
};
const byGet = async (document: string, variables: object, language: string): Promise<string[]> => {
  const search = new URLSearchParams({ query: document, variables: JSON.stringify(variables) });
  const response = await fetch(`${gateway.url}/graphql?${search.toString()}`, {
    headers: { 'accept-language': language, 'apollo-require-preflight': 'true' },
  });
  const { errors = [] } = (await response.json()) as { errors?: { message: string }[] };
  return errors.map(({ message }) => message);
};

describe.each([
  ['POST', byPost],
  ['GET', byGet],
])('a DateTime that is none, by %s', (_method, ask) => {
  const variable = `query ($from: DateTime) {
    configurationTimeline(resource: { ${key} }, between: { from: $from }) { nodes { capturedAt } }
  }`;
  const range = `query ($range: TimeRangeInput) {
    configurationTimeline(resource: { ${key} }, between: $range) { nodes { capturedAt } }
  }`;

  it.each(['yesterday', '2024-06-01', '2024-06-01T08:00:00', '', 1717228800000, true, {}])(
    'in a variable says which form is expected: %j',
    async (value) => {
      const english = await ask(variable, { from: value }, 'en');
      const chinese = await ask(variable, { from: value }, 'zh');

      expect(english).toEqual([expect.stringMatching(/^Variable "\$from" got invalid value /)]);
      expect(english[0]).toContain(iso.en);
      expect(chinese).toEqual([`变量 "$from" 的值不合法：${iso.zh}`]);
    },
  );

  it('in a member of a variable names the member', async () => {
    const chinese = await ask(range, { range: { to: 'now' } }, 'zh-CN');

    expect(await ask(range, { range: { to: 'now' } }, 'en')).toEqual([expect.stringContaining(iso.en) as string]);
    expect(chinese).toEqual([`变量 "$range.to" 的值不合法：${iso.zh}`]);
  });

  it.each(['"yesterday"', '"2024-06-01"', '1717228800000', 'NOW'])('in the document: %s', async (literal) => {
    const document = `{ configurationTimeline(resource: { ${key} }, between: { from: ${literal} }) { nodes { capturedAt } } }`;

    expect(await ask(document, {}, 'en')).toEqual([expect.stringContaining(iso.en) as string]);
    expect(await ask(document, {}, 'zh')).toEqual([`DateTime 的值不合法：${iso.zh}`]);
  });
});

it.each([
  ['($v: ID!) { account(accountId: $v) { accountId } }', { a: 1 }, 'Expected a string.', '应为字符串。'],
  [
    '($v: Int) { accounts(first: $v) { nodes { accountId } } }',
    1.5,
    'Expected a whole number of 32 bits.',
    '应为 32 位整数。',
  ],
  [
    '($v: AccountStatusInput!) { accounts(filter: { status: [$v] }) { nodes { accountId } } }',
    'ACTIVE',
    /Expected one of (\w+, )+\w+\.$/,
    /应为以下之一：(\w+、)+\w+。$/,
  ],
  [
    '($v: Boolean) { accounts(filter: { folderId: "r", includeSubfolders: $v }) { nodes { accountId } } }',
    'yes',
    'Expected true or false.',
    '应为 true 或 false。',
  ],
])('says what was expected of the variable of query %s', async (document, value, english, chinese) => {
  const [en = ''] = await byPost(`query ${document}`, { v: value }, 'en');
  const [zh = ''] = await byPost(`query ${document}`, { v: value }, 'zh');

  expect(en).toMatch(english);
  expect(zh).toMatch(chinese);
});

it('says which values an enum of the document has', async () => {
  const document = `{ configurationTimeline(resource: { ${key} }, filter: { eventTypes: [GONE] }) { nodes { capturedAt } } }`;

  expect(await byPost(document, {}, 'en')).toEqual([
    expect.stringMatching(/enum\..* Expected one of DISCOVERED, /) as string,
  ]);
  expect(await byPost(document, {}, 'zh')).toEqual([
    expect.stringMatching(/^ResourceEventTypeInput 的值不合法：应为以下之一：DISCOVERED、/) as string,
  ]);
});

describe('an empty cursor', () => {
  const paged = (field: string, nodes: string): string =>
    `${field}(first: 2, after: $after) { nodes { ${nodes} } pageInfo { hasPreviousPage endCursor } }`;
  const busy = 'region: "cn-hangzhou", resourceType: "ACS::ECS::Instance", resourceId: "i-bp1a9fk3m7q2x8c5v0zt"';
  const timeline = `configurationTimeline(resource: { ${busy} }, after: $after) { nodes { eventType } pageInfo { hasPreviousPage } }`;
  /** A document for each connection of the graph. */
  const selections: Readonly<Record<string, string>> = {
    'Query.accounts': paged('accounts', 'accountId'),
    'Query.accountEnrollments': paged('accountEnrollments', 'accountId'),
    'Query.accountFactoryBaselines': paged('accountFactoryBaselines', 'baselineId'),
    'Query.accountFactoryBaselineItems': paged('accountFactoryBaselineItems', 'name'),
    'Query.accountGroups': paged('accountGroups', 'accountGroupId'),
    'Query.cloudResources': paged('cloudResources', 'resourceId'),
    'Query.configurationTimeline': timeline,
    'Query.configurationChanges': paged('configurationChanges', 'eventType'),
    'Account.configurationChanges': `currentAccount { ${paged('configurationChanges', 'eventType')} }`,
    'AccountGroup.configurationChanges': `accountGroups(first: 1) { nodes { ${paged('configurationChanges', 'eventType')} } }`,
    'Account.resources': `currentAccount { ${paged('resources', 'resourceId')} }`,
    'ResourceDirectory.accounts': `resourceDirectory { ${paged('accounts', 'accountId')} }`,
    'ResourceDirectoryFolder.children': `resourceDirectory { rootFolder { ${paged('children', 'folderId')} } }`,
    'ResourceDirectoryFolder.accounts': `resourceDirectory { rootFolder { ${paged('accounts', 'accountId')} } }`,
    'AccountGroup.members': `accountGroups(first: 1) { nodes { ${paged('members', 'accountId')} } }`,
    'AccountGroup.resources': `accountGroups(first: 1) { nodes { ${paged('resources', 'resourceId')} } }`,
    'CloudResource.complianceTimeline': `currentAccount { resources(first: 1) { nodes { ${paged('complianceTimeline', 'capturedAt')} } } }`,
    'CloudResource.configurationTimeline': `currentAccount { resources(first: 1) { nodes { ${paged('configurationTimeline', 'eventType')} } } }`,
  };

  it('is tried with every connection of the graph', () => {
    const types = Object.values(buildSubgraph({ relayNodeFields: true }).schema.getTypeMap());
    const connections = types.filter(isObjectType).flatMap((type) =>
      Object.values(type.getFields())
        .filter(({ args }) => args.some(({ name }) => name === 'after'))
        .map(({ name }) => `${type.name}.${name}`),
    );

    expect(Object.keys(selections).sort()).toEqual(connections.sort());
  });

  it.each(Object.entries(selections))('gives the first page of %s, as null does', async (_name, selection) => {
    const document = `query ($after: String) { ${selection} }`;

    const withEmpty = await gateway.query(document, { after: '' });
    const withNull = await gateway.query(document, { after: null });

    expect(withEmpty.errors).toBeUndefined();
    expect(withEmpty).toEqual(withNull);
  });
});
