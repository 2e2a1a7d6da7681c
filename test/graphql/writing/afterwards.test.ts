import { managementId, memberId, smallWorld } from '../../emulator/world/worlds';
import { actionNow } from '../../support/cloudConfigVersion';
import type { TestGateway } from '../../support/startGateway';
import { startGateway } from '../../support/startGateway';

let gateway: TestGateway;
beforeEach(async () => {
  gateway = await startGateway({ world: smallWorld(), cacheMaxBytes: 10_000_000 });
});
afterEach(() => gateway.stop());

const create = (name: string): string =>
  `createAccount(input: { accountNamePrefix: "${name}", displayName: "${name}" })`;

describe('what is read after a mutation', () => {
  it('is read anew by a second mutation of the same document, lists included', async () => {
    const listed = 'account { folder { accounts { nodes { displayName } } } }';
    const start = `startConfigurationRecorder(input: {}) { configurationRecorder { ${listed} } }`;
    const { data, errors } = await gateway.query(`mutation {
      a: ${start}
      b: ${create('one')} { ${listed} }
      c: ${start}
    }`);

    expect(errors).toBeUndefined();
    const names = (payload: unknown): string[] =>
      [...JSON.stringify(payload).matchAll(/"displayName":"([^"]+)"/g)].map(([, name = '']) => name).sort();
    expect(names(data?.a)).toEqual(['Member', 'Small']);
    expect(names(data?.b)).toEqual(['Member', 'Small', 'one']);
    expect(names(data?.c)).toEqual(['Member', 'Small', 'one']);
  });

  it('is read anew by the next document, whatever was cached before', async () => {
    const read =
      '{ accounts(first: 100) { nodes { displayName enrollment { status } } } accountEnrollments { nodes { accountId } } }';
    const before = await gateway.query<{ accountEnrollments: { nodes: unknown[] } }>(read);
    await gateway.query(`mutation { ${create('one')} { outcome } }`);

    const after = await gateway.query<{ accountEnrollments: { nodes: unknown[] } }>(read);

    expect(before.data?.accountEnrollments.nodes).toHaveLength(0);
    expect(after.data?.accountEnrollments.nodes).toHaveLength(1);
    expect(JSON.stringify(after.data)).toContain('"one"');
  });

  it('is read anew after a refusal, too', async () => {
    const { data } = await gateway.query(`mutation {
      a: startConfigurationRecorder(input: {}) { configurationRecorder { status } }
      b: startConfigurationRecorder(input: { enterpriseEdition: true }) { outcome configurationRecorder { status } }
      c: startConfigurationRecorder(input: {}) { outcome configurationRecorder { status } }
    }`);

    expect(data).toEqual({
      a: { configurationRecorder: { status: 'BUILDING' } },
      b: { outcome: 'REJECTED', configurationRecorder: null },
      c: { outcome: 'IN_PROGRESS', configurationRecorder: { status: 'BUILDING' } },
    });
  });
});

describe('what cannot be read after a mutation', () => {
  it('is reported in the payload, and leaves the outcome to clients that drop data if there are errors', async () => {
    gateway.emulator.faults.add({ kind: 'status', action: actionNow('DescribeConfigurationRecorder') });

    const answer = await gateway.ask(
      'mutation { startConfigurationRecorder(input: {}) { outcome errors { code message field retryable } configurationRecorder { status } } }',
    );

    expect(answer.errors).toBeUndefined();
    expect(answer.data).toEqual({
      startConfigurationRecorder: {
        outcome: 'IN_PROGRESS',
        errors: [
          {
            code: 'UPSTREAM_UNAVAILABLE',
            message:
              '`configurationRecorder` could not be read. This does not change the outcome; read it with a query. The upstream could not be reached, or failed.',
            field: null,
            retryable: false,
          },
        ],
        configurationRecorder: null,
      },
    });
    expect(answer.extensions).toMatchObject({
      notRead: [{ path: ['startConfigurationRecorder', 'configurationRecorder'], code: 'UPSTREAM_UNAVAILABLE' }],
    });
  });

  it('is reported for every depth, alias, fragment and directive, in the language of the request', async () => {
    gateway.emulator.faults.add({ kind: 'html', action: 'GetPayerForAccount' });
    gateway.emulator.faults.add({ kind: 'html', action: 'GetAccount' });

    const { data, errors } = await gateway.query<Record<string, Record<string, unknown>>>(
      `mutation ($yes: Boolean!, $no: Boolean!) {
        first: enrollAccount(input: { accountId: "${memberId}" }) {
          outcome
          problems: errors { __typename kind: code }
          ...Errors
          account { name: displayName payer { accountId } }
          ... on EnrollAccountPayload @include(if: $no) { never: errors { code } }
        }
        second: enrollAccount(input: { accountId: "${managementId}" }) { outcome errors { message } }
      }
      fragment Errors on MutationPayload { errors @include(if: $yes) { message } }`,
      { yes: true, no: false },
      { 'accept-language': 'zh' },
    );

    const why = '但这不影响变更的结果，请通过查询读取。上游服务返回的内容不是有效的响应。';
    expect(errors).toBeUndefined();
    expect(data).toEqual({
      first: {
        outcome: 'IN_PROGRESS',
        problems: Array(2).fill({ __typename: 'GovernanceError', kind: 'UPSTREAM_BAD_RESPONSE' }),
        errors: expect.arrayContaining(
          ['name', 'payer'].map((field) => ({ message: `无法读取 \`account.${field}\`，${why}` })),
        ) as unknown,
        account: { name: null, payer: null },
      },
      second: { outcome: 'IN_PROGRESS', errors: [] },
    });
  });

  it('is reported in extensions if the payload’s errors are not selected', async () => {
    gateway.emulator.faults.add({ kind: 'html', action: 'GetAccount' });

    const answer = await gateway.ask(`mutation { ${create('one')} { outcome account { accountId displayName } } }`);

    expect(answer.errors).toBeUndefined();
    expect(answer.data).toMatchObject({ createAccount: { outcome: 'IN_PROGRESS', account: { displayName: null } } });
    expect(answer.extensions).toMatchObject({ notRead: [{ path: ['createAccount', 'account', 'displayName'] }] });
  });
});
