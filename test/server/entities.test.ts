import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'graphql';
import { demoAccounts } from '../../src/emulator';
import { actionNow } from '../support/cloudConfigVersion';
import { startGateway } from '../support/startGateway';
import type { TestGateway } from '../support/startGateway';
import { demoResources } from '../support/timelines';

let gateway: TestGateway;

beforeAll(async () => {
  gateway = await startGateway();
});

beforeEach(() => {
  gateway.emulator.calls.clear();
});

afterAll(async () => {
  await gateway.stop();
});

const document = `query Entities($of: [_Any!]!) {
  _entities(representations: $of) {
    __typename
    ... on Account { accountId }
    ... on AccountEnrollment { accountId status }
    ... on ConfigurationRecorder { accountId recorderStatus: status }
    ... on ResourceDirectory { resourceDirectoryId }
    ... on CloudResource { resourceId }
  }
}`;

const entities = (...of: unknown[]) => gateway.query<{ _entities: unknown[] }>(document, { of });

const enrollment = (accountId: unknown) => ({ __typename: 'AccountEnrollment', accountId });
const account = (accountId: unknown) => ({ __typename: 'Account', accountId });
const { marketing, sandbox } = demoAccounts;
const bucket = { __typename: 'CloudResource', accountId: demoAccounts.management, ...demoResources.bucket };

describe('_service', () => {
  it('prints schema/schema.graphql, the note of its generator apart', async () => {
    const committed = readFileSync(join(__dirname, '..', '..', 'schema', 'schema.graphql'), 'utf8');

    const { data } = await gateway.query<{ _service: { sdl: string } }>('{ _service { sdl } }');

    expect(data?._service.sdl).toBe(committed.replace(/^# Generated .*\n\n/, ''));
  });
});

describe('_entities', () => {
  it('keeps the order, whatever the types', async () => {
    const answer = await entities(
      enrollment(demoAccounts.paymentsTest),
      account(marketing),
      { __typename: 'ResourceDirectory', resourceDirectoryId: 'rd-7Kq2Vx' },
      bucket,
      enrollment(demoAccounts.management),
      { __typename: 'ConfigurationRecorder', accountId: demoAccounts.management },
    );

    expect(answer).toEqual({
      data: {
        _entities: [
          { __typename: 'AccountEnrollment', accountId: demoAccounts.paymentsTest, status: 'FAILED' },
          { __typename: 'Account', accountId: marketing },
          { __typename: 'ResourceDirectory', resourceDirectoryId: 'rd-7Kq2Vx' },
          { __typename: 'CloudResource', resourceId: bucket.resourceId },
          { __typename: 'AccountEnrollment', accountId: demoAccounts.management, status: 'FINISHED' },
          { __typename: 'ConfigurationRecorder', accountId: demoAccounts.management, recorderStatus: 'REGISTERED' },
        ],
      },
    });
  });

  it('costs one call a key, however often a key is requested', async () => {
    const keys = [demoAccounts.paymentsTest, demoAccounts.management, demoAccounts.networkHub];
    const many = Array.from({ length: 30 }, (_, index) => enrollment(keys[index % keys.length]));

    const { data } = await entities(...many);

    expect(data?._entities).toHaveLength(30);
    expect(gateway.upstreamCalls()).toEqual(['GetEnrolledAccount', 'GetEnrolledAccount', 'GetEnrolledAccount']);
  });

  it('asks the upstream whether there is such an object, even if only the key is selected', async () => {
    await entities(account(marketing), bucket);

    expect(gateway.upstreamCalls().sort()).toEqual(['GetAccount', actionNow('DescribeDiscoveredResource')].sort());
  });

  it('costs nothing if the account is that of the credentials: it is there', async () => {
    await entities(account(demoAccounts.management));

    expect(gateway.upstreamCalls()).toEqual([]);
  });

  it('takes account ids as numbers, as neighbors print them', async () => {
    const { data } = await entities(account(Number(demoAccounts.management)));

    expect(data?._entities).toEqual([{ __typename: 'Account', accountId: demoAccounts.management }]);
  });

  it.each([
    ['an unknown type', { __typename: 'Folder', id: '1' }, 'representations.1.__typename', '"Folder"'],
    ['a type named like a method', { __typename: 'constructor' }, 'representations.1.__typename', '"constructor"'],
    [
      'a type without a key to resolve',
      { __typename: 'CloudTag', key: 'x' },
      'representations.1.__typename',
      '"CloudTag"',
    ],
    ['no type', { accountId: marketing }, 'representations.1.__typename', 'nothing'],
    ['a text', 'Account', 'representations.1', '"Account"'],
    ['a list', [], 'representations.1', '[]'],
    ['no key', { __typename: 'Account' }, 'representations.1.accountId', 'nothing'],
    ['half a key', { __typename: 'CloudResource', accountId: marketing }, 'representations.1.region', 'nothing'],
    ['an empty key', account(''), 'representations.1.accountId', '""'],
    ['an account that can be none', account('abc'), 'representations.1.accountId', '"abc"'],
    ['an enrollment of none', enrollment('abc'), 'representations.1.accountId', '"abc"'],
    [
      'a recorder of none',
      { __typename: 'ConfigurationRecorder', accountId: ' ' },
      'representations.1.accountId',
      '" "',
    ],
    ['a resource of none', { ...bucket, accountId: 'abc' }, 'representations.1.accountId', '"abc"'],
    ['half a key of a resource', { ...bucket, resourceId: '' }, 'representations.1.resourceId', '""'],
    [
      'a folder without an ID',
      { __typename: 'ResourceDirectoryFolder', folderId: ' ' },
      'representations.1.folderId',
      '" "',
    ],
    [
      'a baseline without an ID',
      { __typename: 'AccountFactoryBaseline', baselineId: '' },
      'representations.1.baselineId',
      '""',
    ],
    [
      'an account group without an ID',
      { __typename: 'AccountGroup', accountGroupId: ' ' },
      'representations.1.accountGroupId',
      '" "',
    ],
    ['a key that is an object', account({ id: '1' }), 'representations.1.accountId', '{"id":"1"}'],
    ['a number that lost digits', account(2 ** 60), 'representations.1.accountId', 'a number that has lost digits'],
  ])('refuses %s at its own place, and answers the others', async (_what, representation, field, came) => {
    const answer = await entities(account(marketing), representation, account(sandbox));

    expect(answer.data?._entities).toEqual([
      { __typename: 'Account', accountId: marketing },
      null,
      { __typename: 'Account', accountId: sandbox },
    ]);
    expect(answer.errors).toEqual([
      expect.objectContaining({
        message: expect.stringMatching(new RegExp(`^${field} must be .*but got `)) as string,
        path: ['_entities', 1],
        extensions: { code: 'BAD_USER_INPUT', retryable: false, field: field.split('.') },
      }),
    ]);
    expect(answer.errors?.[0]?.message).toContain(`but got ${came}`);
  });

  it.each<[unknown]>([[{ toString: null }], [{ toString: 1, valueOf: 1 }], [['1']], [null], [true]])(
    'refuses %j in place of a text, in the type and in the key',
    async (odd) => {
      const { data, errors } = await entities(
        { __typename: odd, accountId: marketing },
        account(odd),
        account(marketing),
      );

      expect(data?._entities.slice(0, 2)).toEqual([null, null]);
      expect(errors?.map(({ path, extensions }) => [path, extensions?.code])).toEqual([
        [['_entities', 0], 'BAD_USER_INPUT'],
        [['_entities', 1], 'BAD_USER_INPUT'],
      ]);
      expect(data?._entities[2]).toMatchObject({ accountId: marketing });
    },
  );

  it('answers null, and no error, for what there is not', async () => {
    expect(await entities({ __typename: 'ResourceDirectory', resourceDirectoryId: 'rd-other' })).toEqual({
      data: { _entities: [null] },
    });
  });

  it('lets one entity fail alone if the upstream fails', async () => {
    gateway.emulator.faults.add({ kind: 'status', action: 'GetEnrolledAccount', status: 501 });

    const answer = await entities(enrollment(demoAccounts.management), account(marketing));
    gateway.emulator.faults.clear();

    expect(answer.data?._entities).toEqual([null, { __typename: 'Account', accountId: marketing }]);
    expect(answer.errors).toMatchObject([{ path: ['_entities', 0], extensions: { code: 'UPSTREAM_UNAVAILABLE' } }]);
  });
});

describe('RELAY_NODE_FIELDS=off', () => {
  let without: TestGateway;

  beforeAll(async () => {
    without = await startGateway({ relayNodeFields: false });
  });

  afterAll(async () => {
    await without.stop();
  });

  it('leaves node and nodes out of the schema, and nothing else', async () => {
    const fields = '{ __schema { queryType { fields { name } } } }';
    interface Fields {
      readonly __schema: { readonly queryType: { readonly fields: readonly { readonly name: string }[] } };
    }
    const names = (answer: { data?: Fields | null }) => answer.data?.__schema.queryType.fields.map(({ name }) => name);

    const [all = [], left = []] = [
      names(await gateway.query<Fields>(fields)),
      names(await without.query<Fields>(fields)),
    ];

    expect(all.filter((name) => !left.includes(name)).sort()).toEqual(['node', 'nodes']);
    expect(await without.query('{ node(id: "x") { id } }')).toMatchObject({
      errors: [{ extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }],
    });
  });

  it('leaves them out of the SDL, keeps the interface, and still resolves entities', async () => {
    const { data } = await without.query<{ _service: { sdl: string } }>('{ _service { sdl } }');
    const sdl = data?._service.sdl ?? '';

    expect(() => parse(sdl)).not.toThrow();
    expect(sdl).not.toMatch(/^ {2}nodes?\(/m);
    expect(sdl).toMatch(/^interface Node \{/m);
    expect(await without.query(document, { of: [account(marketing)] })).toEqual({
      data: { _entities: [{ __typename: 'Account', accountId: marketing }] },
    });
  });
});
