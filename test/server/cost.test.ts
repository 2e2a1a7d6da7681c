import { demoAccounts, generatedWorld } from '../../src/emulator';
import { KnownLists } from '../../src/loaders/KnownLists';
import { actionNow, underVersion } from '../support/cloudConfigVersion';
import { forgettableLists } from '../support/forgettableLists';
import type { TestGateway } from '../support/startGateway';
import { startGateway } from '../support/startGateway';
import { demoResources } from '../support/timelines';

const { lists, forget } = forgettableLists();
let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startGateway({ maxUpstreamCalls: 20, lists });
});
beforeEach(() => {
  forget();
  gateway.emulator.reset();
});
afterAll(() => gateway.stop());

const keyOf = ({ region, resourceType, resourceId }: (typeof demoResources)[keyof typeof demoResources]): string =>
  `{ region: "${region}", resourceType: "${resourceType}", resourceId: "${resourceId}" }`;
const counts = { coalesced: 0, cached: 0 };
const payersOf = (aliases: readonly string[]): string =>
  `{ ${aliases.map((id) => `m${id}: account(accountId: "${id}") { payer { accountId } }`).join(' ')} }`;
const payers = payersOf(Array.from({ length: 10 }, (_, index) => `100000000000000${index}`));
const costOnly = { 'x-cost-only': 'true' };

describe('extensions.cost', () => {
  it('reports what a document was to cost at most, and what it came to', async () => {
    const { status, cost } = await gateway.ask(
      `{ account(accountId: "${demoAccounts.marketing}") { displayName } configurationRecorder { status } }`,
    );

    expect({ status, cost }).toEqual({ status: 200, cost: { estimatedCalls: 3, actualCalls: 2, ...counts } });
    expect(gateway.upstreamCalls().sort()).toEqual(['GetAccount', actionNow('DescribeConfigurationRecorder')].sort());
  });

  it.each(['{ __schema { queryType { name } } }', '{ _service { sdl } }', '{ __typename }'])(
    'is zeros for %s, which needs no upstream',
    async (document) => {
      const { cost } = await gateway.ask(document);

      expect(cost).toEqual({ estimatedCalls: 0, actualCalls: 0, ...counts });
    },
  );

  it('is omitted if a document never became an operation', async () => {
    const { extensions } = await gateway.ask('{ accounts {');

    expect(extensions).toEqual({});
  });

  it('counts a call once that was sent again, and the log every time', async () => {
    gateway.emulator.faults.add({ kind: 'status', action: actionNow('DescribeConfigurationRecorder'), times: 1 });

    const { data, cost } = await gateway.ask('{ configurationRecorder { status } }');

    expect({ data, cost }).toEqual({
      data: { configurationRecorder: { status: 'REGISTERED' } },
      cost: { estimatedCalls: 1, actualCalls: 1, ...counts },
    });
    const line = JSON.parse(gateway.log.at(-1) ?? '{}') as Record<string, unknown>;
    expect(line).toMatchObject({ estimatedCalls: 1, actualCalls: 1, ...counts, upstreamCalls: 2 });
  });

  it('omits what is skipped, and takes variables as they are given or by default', async () => {
    const document = `query ($first: Int = 3, $with: Boolean = false) {
      accounts(first: $first) { nodes { accountId enrollment @include(if: $with) { status } } }
    }`;
    const costs = [];
    for (const variables of [{}, { with: true }, { first: 5, with: true }, { first: null, with: true }]) {
      costs.push((await gateway.ask(document, variables, costOnly)).cost.estimatedCalls);
    }

    expect(costs).toEqual([1, 4, 6, 21]);
  });
});

describe('a document above the limit', () => {
  it('is refused before its first call, with its price and its most expensive fields', async () => {
    const { status, data, errors, cost } = await gateway.ask(payers);

    expect({ status, data, errors, cost }).toEqual({
      status: 400,
      data: undefined,
      errors: [
        {
          message:
            'The document must cost at most 20 upstream calls, but can cost 21. Its most expensive fields are m1000000000000000 (2), m1000000000000000.payer (1), m1000000000000001 (1). Select fewer fields, request smaller pages, or split the document. The header x-cost-only: true returns the estimate without running anything.',
          extensions: { code: 'LIMIT_EXCEEDED', retryable: false },
        },
      ],
      cost: {
        estimatedCalls: 21,
        actualCalls: 0,
        ...counts,
        maxCalls: 20,
        calls: expect.arrayContaining([
          { product: 'ResourceManager', action: 'GetResourceDirectory', calls: 1 },
        ]) as object[],
        mostExpensiveFields: [
          { field: 'm1000000000000000', calls: 2 },
          { field: 'm1000000000000000.payer', calls: 1 },
          { field: 'm1000000000000001', calls: 1 },
          { field: 'm1000000000000001.payer', calls: 1 },
          { field: 'm1000000000000002', calls: 1 },
        ],
      },
    });
    expect(gateway.upstreamCalls()).toEqual([]);
  });

  it('is refused in the language of the request', async () => {
    const { errors } = await gateway.ask(payers, {}, { 'accept-language': 'zh-CN' });

    expect(errors?.map(({ message }) => message)).toEqual([
      'GraphQL 文档最多可产生 20 次上游调用，但此文档最多可能产生 21 次。开销最大的字段：m1000000000000000 (2)、m1000000000000000.payer (1)、m1000000000000001 (1)。请减少所选字段、缩小分页或拆分文档。请求头 x-cost-only: true 可只返回预估开销而不执行。',
    ]);
  });

  it('begins no mutation', async () => {
    const mutation = 'startConfigurationRecorder(input: {}) { outcome configurationRecorder { status } }';
    const aliased = Array.from({ length: 11 }, (_, index) => `a${index}: ${mutation}`).join(' ');

    const { errors, cost } = await gateway.ask(`mutation { ${aliased} }`);

    expect([errors?.[0]?.extensions?.code, cost.estimatedCalls]).toEqual(['LIMIT_EXCEEDED', 22]);
    expect(gateway.upstreamCalls()).toEqual([]);
  });
});

describe('x-cost-only', () => {
  it('reports the price, also one above the limit, by account, product and action, and executes nothing', async () => {
    const { status, data, errors, cost } = await gateway.ask(
      `query ($id: ID!) {
        named: configurationRecorder(accountId: $id) { status account { displayName } }
        configurationRecorder { status }
        account(accountId: $id) { resources(first: 50) { nodes { configuration } } }
      }`,
      { id: demoAccounts.marketing },
      costOnly,
    );

    const accountId = demoAccounts.marketing;
    expect({ status, data, errors, cost }).toEqual({
      status: 200,
      data: null,
      errors: undefined,
      cost: {
        estimatedCalls: underVersion({ '2019-01-08': 55, '2020-09-07': 56 }),
        actualCalls: 0,
        ...counts,
        maxCalls: 20,
        calls: [
          { product: 'Config', action: actionNow('DescribeDiscoveredResource'), accountId, calls: 50 },
          ...underVersion({
            '2019-01-08': [],
            '2020-09-07': [{ product: 'Config', action: 'ListDiscoveredResources', accountId, calls: 2 }],
          }),
          { product: 'Config', action: actionNow('DescribeConfigurationRecorder'), accountId, calls: 1 },
          { product: 'ResourceManager', action: 'GetAccount', accountId, calls: 1 },
          { product: 'ResourceManager', action: 'GetResourceDirectory', calls: 1 },
          { product: 'Config', action: actionNow('DescribeConfigurationRecorder'), calls: 1 },
          ...underVersion({
            '2019-01-08': [{ product: 'Config', action: 'ListDiscoveredResources', accountId, calls: 1 }],
            '2020-09-07': [],
          }),
        ],
        mostExpensiveFields: [
          { field: 'account.resources.nodes.configuration', calls: 50 },
          { field: 'named.account', calls: 2 },
          ...underVersion({ '2019-01-08': [], '2020-09-07': [{ field: 'account.resources', calls: 2 }] }),
          { field: 'named', calls: 1 },
          { field: 'configurationRecorder', calls: 1 },
          ...underVersion({ '2019-01-08': [{ field: 'account.resources', calls: 1 }], '2020-09-07': [] }),
        ],
      },
    });
    expect(gateway.upstreamCalls()).toEqual([]);
  });

  it('executes no mutation either', async () => {
    const { data, cost } = await gateway.ask(
      'mutation { startConfigurationRecorder(input: {}) { outcome } }',
      {},
      costOnly,
    );

    expect({ data, calls: cost.calls }).toEqual({
      data: null,
      calls: [{ product: 'Config', action: 'StartConfigurationRecorder', calls: 1 }],
    });
    expect(gateway.upstreamCalls()).toEqual([]);
  });

  it.each([
    ['startConfigurationRecorder(input: { dryRun: true })', [actionNow('DescribeConfigurationRecorder')]],
    [
      'startConfigurationRecorder(input: { enterpriseEdition: true })',
      ['StartConfigurationRecorder', actionNow('DescribeConfigurationRecorder'), 'GetResourceDirectory', 'GetAccount'],
    ],
    [
      'startConfigurationRecorder(input: { enterpriseEdition: true, dryRun: true })',
      [actionNow('DescribeConfigurationRecorder'), 'GetResourceDirectory', 'GetAccount'],
    ],
    ['initResourceDirectory(input: {})', ['InitResourceDirectory', 'GetResourceDirectory']],
    ['initResourceDirectory(input: { dryRun: true })', ['GetResourceDirectory']],
    [
      'enrollAccount(input: { accountId: "1", payerAccountId: "2", dryRun: true })',
      ['GetResourceDirectory', 'GetAccount', 'GetAccount', 'GetEnrolledAccount'],
    ],
    [
      'enrollAccount(input: { accountId: "1", folderId: "fd-1" })',
      ['EnrollAccount', 'GetResourceDirectory', 'GetFolder', 'GetAccount', 'GetEnrolledAccount'],
    ],
  ])('prices a mutation by its input: %s', async (mutation, actions) => {
    const { cost } = await gateway.ask(`mutation { ${mutation} { outcome } }`, {}, costOnly);

    const priced = (cost.calls as readonly { readonly action: string; readonly calls: number }[]).flatMap(
      ({ action, calls }) => Array<string>(calls).fill(action),
    );
    expect(priced.sort()).toEqual([...actions].sort());
  });

  it('must be true or false: a slip executes nothing', async () => {
    const { status, errors } = await gateway.ask('{ configurationRecorder { status } }', {}, { 'x-cost-only': 'yes' });

    expect({ status, errors }).toEqual({
      status: 400,
      errors: [
        {
          message: 'x-cost-only must be true or false, but got "yes".',
          extensions: { code: 'BAD_USER_INPUT', retryable: false, field: ['x-cost-only'] },
        },
      ],
    });
    expect(gateway.upstreamCalls()).toEqual([]);
  });

  it('reports what is wrong with variables, as executing would', async () => {
    const document = 'query ($id: ID!) { account(accountId: $id) { displayName } }';
    const message = 'Variable "$id" of required type "ID!" was not provided.';

    const priced = await gateway.ask(document, {}, costOnly);
    const executed = await gateway.ask(document);

    for (const { status, data, errors } of [priced, executed]) {
      expect([status, data, errors?.map((error) => [error.message, error.extensions?.code])]).toEqual([
        400,
        undefined,
        [[message, 'BAD_USER_INPUT']],
      ]);
    }
  });

  it('prices entities by how many keys there are, and of what types', async () => {
    const representations = [
      { __typename: 'Account', accountId: demoAccounts.marketing },
      { __typename: 'Account', accountId: demoAccounts.sandbox },
      { __typename: 'ConfigurationRecorder', accountId: demoAccounts.management },
    ];
    const document =
      'query ($of: [_Any!]!) { _entities(representations: $of) { ... on Account { payer { accountId } } } }';

    const { cost } = await gateway.ask(document, { of: representations }, costOnly);

    // One call for each account and its payer, one for the recorder, and one for the directory of all.
    expect(cost.estimatedCalls).toBe(2 + 2 + 1 + 1);
  });
});

it('prices objects by their IDs as what they are', async () => {
  const { data } = await gateway.ask(
    `{ configurationRecorder { id } cloudResource(key: ${keyOf(demoResources.busy)}) { id } }`,
  );
  const { configurationRecorder, cloudResource } = data as Record<string, { readonly id: string }>;

  const { cost } = await gateway.ask(
    'query ($one: ID!, $many: [ID!]!) { node(id: $one) { id } nodes(ids: $many) { id } }',
    { one: configurationRecorder?.id, many: [configurationRecorder?.id, cloudResource?.id, 'no ID'] },
    costOnly,
  );

  expect(cost).toMatchObject({
    estimatedCalls: 2,
    calls: [
      { product: 'Config', action: actionNow('DescribeConfigurationRecorder'), calls: 1 },
      { product: 'Config', action: actionNow('DescribeDiscoveredResource'), calls: 1 },
    ],
  });
});

describe('a document that needs more calls than its price', () => {
  it('is cut off at the limit: what was not read is null with LIMIT_EXCEEDED, the rest stands', async () => {
    // The list of enrollments has grown since it was read: a sweep seemed cheaper than two calls.
    // Two calls for the keys, one for the page of the list, and one for the recorder are estimated.
    const lists = new KnownLists();
    lists.learnLength('enrolledAccounts', 50);
    const grown = await startGateway({ accounts: 700, lists, maxUpstreamCalls: 4 });
    const { accountId } = generatedWorld(700);
    const keys = [accountId(698), accountId(699)].map(
      (id) => `{ __typename: "AccountEnrollment", accountId: "${id}" }`,
    );
    try {
      const { status, data, errors, cost } = await grown.ask(`{
        configurationRecorder { rawStatus }
        _entities(representations: [${keys.join(', ')}]) { ... on AccountEnrollment { status } }
      }`);

      expect({ status, data, errors, cost }).toEqual({
        status: 200,
        data: { configurationRecorder: { rawStatus: 'REGISTERED' }, _entities: [null, null] },
        errors: [0, 1].map((index) => ({
          message:
            'The document has made 4 upstream calls, the maximum per document. The missing fields were not read. Request less at once.',
          locations: [{ line: 3, column: 9 }],
          path: ['_entities', index],
          extensions: { code: 'LIMIT_EXCEEDED', retryable: false },
        })),
        cost: { estimatedCalls: 4, actualCalls: 4, ...counts },
      });
      expect(grown.upstreamCalls().sort()).toEqual([
        actionNow('DescribeConfigurationRecorder'),
        'ListEnrolledAccounts',
        'ListEnrolledAccounts',
        'ListEnrolledAccounts',
      ]);
    } finally {
      await grown.stop();
    }
  });

  it('is answered in full if that is within the limit', async () => {
    const lists = new KnownLists();
    lists.learnLength('enrolledAccounts', 50);
    const grown = await startGateway({ accounts: 700, lists });
    const { accountId } = generatedWorld(700);
    const keys = [698, 699].map((index) => `{ __typename: "AccountEnrollment", accountId: "${accountId(index)}" }`);
    try {
      const { data, errors, cost } = await grown.ask(
        `{ _entities(representations: [${keys.join(', ')}]) { ... on AccountEnrollment { status } } }`,
      );

      expect({ data, errors }).toEqual({
        data: { _entities: [{ status: 'FINISHED' }, { status: 'FINISHED' }] },
        errors: undefined,
      });
      expect(cost.estimatedCalls).toBe(3);
      expect(cost.actualCalls).toBeGreaterThan(3);
    } finally {
      await grown.stop();
    }
  });
});
