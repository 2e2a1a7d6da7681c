import { demoAccounts } from '../../../src/emulator';
import { actionNow } from '../../support/cloudConfigVersion';
import type { TestGateway } from '../../support/startGateway';
import { startGateway } from '../../support/startGateway';
import { demoResources } from '../../support/timelines';

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startGateway();
});
beforeEach(() => {
  gateway.emulator.reset();
});
afterAll(() => gateway.stop());

const { management, paymentsTest } = demoAccounts;
const globalId = (...parts: unknown[]): string => Buffer.from(JSON.stringify(parts)).toString('base64url');
const node = 'query ($id: ID!) { node(id: $id) { __typename id } }';
const nodes = 'query ($ids: [ID!]!) { nodes(ids: $ids) { __typename id } }';

const known = {
  Account: globalId('Account', management),
  ResourceDirectory: globalId('ResourceDirectory', 'rd-7Kq2Vx'),
  ConfigurationRecorder: globalId('ConfigurationRecorder', management),
  CloudResource: globalId('CloudResource', management, ...Object.values(demoResources.bucket)),
  AccountEnrollment: globalId('AccountEnrollment', paymentsTest),
  ResourceDirectoryFolder: globalId('ResourceDirectoryFolder', 'fd-4bYgS0hQpD'),
  AccountGroup: globalId('AccountGroup', 'ca-1f6b0d94e27c4a53b8d0'),
  AccountFactoryBaseline: globalId('AccountFactoryBaseline', 'afb-bp1c7m0x4h9t2q6v8z3k'),
};

it.each(Object.entries(known))('finds a %s again by its id', async (typeName, id) => {
  expect(await gateway.query(node, { id })).toEqual({ data: { node: { __typename: typeName, id } } });
});

it('finds what every object of a document printed as its id', async () => {
  const { data } = await gateway.query<Record<string, { id: string }>>(`{
    currentAccount { id }
    resourceDirectory { id }
    configurationRecorder { id }
  }`);
  const ids = Object.values(data ?? {}).map(({ id }) => id);

  const again = await gateway.query<{ nodes: { id: string }[] }>(nodes, { ids });

  expect(again.data?.nodes.map(({ id }) => id)).toEqual(ids);
});

it.each([
  ['directory', globalId('ResourceDirectory', 'rd-other')],
  ['folder', globalId('ResourceDirectoryFolder', 'fd-other00000')],
  ['account', globalId('Account', '1999999999999999')],
  ['baseline', globalId('AccountFactoryBaseline', 'afb-other')],
  ['account group', globalId('AccountGroup', 'ca-00000000000000000000')],
  ['resource', globalId('CloudResource', management, 'cn-shanghai', 'ACS::OSS::Bucket', 'a/b "c" 中')],
])('is null for a %s that is not there', async (_, id) => {
  expect(await gateway.query(node, { id })).toEqual({ data: { node: null } });
});

it.each([
  ['is no text of ours', 'garbled'],
  ['is empty', ''],
  ['names no type', globalId('Unicorn', '1')],
  ['names what every object has', globalId('constructor', '1')],
  ['has too few parts', globalId('CloudResource', management, 'cn-hangzhou')],
  ['has too many parts', globalId('Account', management, '1')],
  ['has a number for a key', globalId('Account', 1587203946182045)],
  ['has no key', globalId('Account')],
  ['holds no list', Buffer.from('{"Account":"1"}').toString('base64url')],
])('refuses an id that %s', async (_, id) => {
  const { data, errors } = await gateway.query(node, { id });

  expect(data).toEqual({ node: null });
  expect(errors).toMatchObject([
    {
      message: `id must be an ID that an \`id\` field of this API returned, but got ${quoted(id)}.`,
      path: ['node'],
      extensions: { code: 'BAD_USER_INPUT', retryable: false, field: ['id'] },
    },
  ]);
});

const quoted = (id: string): string => JSON.stringify(id.length > 60 ? `${id.slice(0, 57)}…` : id);

it('gives many in their order; one that fails is null alone', async () => {
  const ids = [known.CloudResource, 'garbled', known.AccountEnrollment, known.Account, known.CloudResource];

  const { data, errors } = await gateway.query(nodes, { ids });

  expect(data).toMatchObject({
    nodes: [
      { __typename: 'CloudResource' },
      null,
      { __typename: 'AccountEnrollment' },
      { __typename: 'Account' },
      { __typename: 'CloudResource' },
    ],
  });
  expect(errors).toMatchObject([{ path: ['nodes', 1], extensions: { code: 'BAD_USER_INPUT', field: ['ids', '1'] } }]);
});

it.each([
  ['account', globalId('Account', 'abc'), 'an Alibaba Cloud account ID, usually 16 digits', '"abc"'],
  ['enrollment', globalId('AccountEnrollment', ''), 'an Alibaba Cloud account ID, usually 16 digits', '""'],
  ['folder', globalId('ResourceDirectoryFolder', ' '), 'a non-empty string', '" "'],
  ['resource', globalId('CloudResource', management, '', 'T', ''), 'a non-empty string', '""'],
])('reports an id that holds the key of no %s at its own place, and calls nothing', async (_, id, expected, got) => {
  const one = await gateway.query(node, { id });
  const many = await gateway.query(nodes, { ids: [id] });

  expect(one).toMatchObject({
    data: { node: null },
    errors: [{ message: `id must be ${expected}, but got ${got}.`, extensions: { field: ['id'] } }],
  });
  expect(many).toMatchObject({
    data: { nodes: [null] },
    errors: [{ message: `ids.0 must be ${expected}, but got ${got}.`, extensions: { field: ['ids', '0'] } }],
  });
  expect(gateway.upstreamCalls()).toEqual([]);
});

it('costs one call for the same key, however often it is requested', async () => {
  const ids = Array<string>(100).fill(known.ConfigurationRecorder);

  const { data } = await gateway.query<{ nodes: unknown[] }>(nodes, { ids });

  expect(data?.nodes).toHaveLength(100);
  expect(gateway.upstreamCalls()).toEqual([actionNow('DescribeConfigurationRecorder')]);
});

it('takes at most 100 ids', async () => {
  const { data, errors } = await gateway.query(nodes, { ids: Array<string>(101).fill(known.Account) });

  expect(data).toEqual({ nodes: null });
  expect(errors).toMatchObject([
    { message: 'ids must be at most 100 IDs, but got 101.', extensions: { code: 'BAD_USER_INPUT', field: ['ids'] } },
  ]);
  expect(gateway.upstreamCalls()).toEqual([]);
});

it('is no field if Relay’s node fields are off, while the interface stays', async () => {
  const off = await startGateway({ relayNodeFields: false });

  const [one, many, account] = [
    await off.query(node, { id: known.Account }),
    await off.query(nodes, { ids: [] }),
    await off.query('{ currentAccount { ... on Node { id } } }'),
  ];

  await off.stop();
  expect(one.errors).toMatchObject([{ extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }]);
  expect(many.errors).toMatchObject([{ extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }]);
  expect(account).toEqual({ data: { currentAccount: { id: known.Account } } });
});

it('finds the recorder of another account', async () => {
  const id = globalId('ConfigurationRecorder', paymentsTest);

  expect(await gateway.query(node, { id })).toMatchObject({
    data: { node: { __typename: 'ConfigurationRecorder', id } },
  });
});
