import type { TestGateway } from '../../support/startGateway';
import { startGateway } from '../../support/startGateway';

let gateway: TestGateway;
let readOnly: TestGateway;
beforeAll(async () => {
  [gateway, readOnly] = await Promise.all([
    startGateway({ world: 'fresh' }),
    startGateway({ world: 'fresh', mutations: false }),
  ]);
});
beforeEach(() => {
  gateway.emulator.reset();
  readOnly.emulator.reset();
});
afterAll(() => Promise.all([gateway.stop(), readOnly.stop()]));

const fields = 'outcome requestId errors { code upstreamCode message field retryable retryAfterMs }';
const mutations = {
  startConfigurationRecorder: 'enterpriseEdition: false',
  initResourceDirectory: '',
  enrollAccount: 'accountId: "1000000000000002"',
  createAccount: 'accountNamePrefix: "shop", displayName: "Shop", tags: [{ key: "a", value: "b" }]',
};
const cases = Object.entries(mutations);
const document = (field: string, input: string): string => `mutation { ${field}(input: { ${input} }) { ${fields} } }`;

it.each([
  ['startConfigurationRecorder', 'enterpriseEdition: false'],
  ['initResourceDirectory', ''],
])('%s is VALIDATED by a dry run, which changes nothing', async (field, input) => {
  const answer = await gateway.query(document(field, `${input} dryRun: true`));

  expect(answer).toEqual({ data: { [field]: { outcome: 'VALIDATED', requestId: null, errors: [] } } });
  expect(gateway.emulator.calls.all().filter(({ action }) => /^(Start|Init|Enroll)/.test(action ?? ''))).toEqual([]);
  expect(gateway.emulator.calls.effects()).toEqual([]);
});

it.each(cases)('%s shows the account that acts, or would', async (field, input) => {
  const { data } = await gateway.query<Record<string, { actingAccountId: string }>>(
    `mutation { ${field}(input: { ${input} dryRun: true }) { actingAccountId } }`,
  );

  expect(data?.[field]).toEqual({ actingAccountId: '1602394815570246' });
});

it.each(cases)('%s is sent if dryRun is null or false', async (field, input) => {
  await gateway.query(document(field, `${input} dryRun: null`));
  await gateway.query(document(field, `${input} dryRun: false`));

  expect(gateway.emulator.calls.all().filter(({ action }) => /^(Start|Init|Enroll)/.test(action ?? ''))).toHaveLength(
    // The directory that the first one made stops the second.
    field === 'initResourceDirectory' ? 1 : 2,
  );
});

it.each([
  ['startConfigurationRecorder', 'accountId: "none"', 'BAD_USER_INPUT', ['input', 'accountId']],
  ['enrollAccount', 'accountId: "none"', 'BAD_USER_INPUT', ['input', 'accountId']],
  ['createAccount', 'accountNamePrefix: "", displayName: "a"', 'BAD_USER_INPUT', ['input', 'accountNamePrefix']],
])('%s is REJECTED by a dry run for input that the real one refuses', async (field, input, code, path) => {
  const answer = await gateway.query(document(field, `${input} dryRun: true`));

  expect(answer).toMatchObject({
    data: { [field]: { outcome: 'REJECTED', requestId: null, errors: [{ code, field: path }] } },
  });
  expect(answer.errors).toBeUndefined();
  expect(gateway.upstreamCalls()).toEqual([]);
});

it.each(cases)('%s is FORBIDDEN in the payload if mutations are off, a dry run too', async (field, input) => {
  const english = await readOnly.query(document(field, input));
  const chinese = await readOnly.query(document(field, `${input} dryRun: true`), {}, { 'accept-language': 'zh' });

  const error = { code: 'FORBIDDEN', upstreamCode: null, field: null, retryable: false, retryAfterMs: null };
  const rejected = (message: string) => ({
    data: { [field]: { outcome: 'REJECTED', requestId: null, errors: [{ ...error, message }] } },
  });
  expect(english).toEqual(
    rejected('Mutations are switched off in this deployment. Its operator can set MUTATIONS=on.'),
  );
  expect(chinese).toEqual(rejected('此部署已关闭变更操作。运维人员可设置 MUTATIONS=on 开启。'));
  expect(readOnly.emulator.calls.all()).toEqual([]);
});

it('leaves reads alone if mutations are off', async () => {
  const answer = await readOnly.query('{ configurationRecorder { status } }');

  expect(answer).toEqual({ data: { configurationRecorder: { status: 'NOT_ACTIVATED' } } });
});

it('runs several mutations of a document one after another, each with its own outcome', async () => {
  const { data } = await gateway.query(`mutation {
    a: initResourceDirectory(input: {}) { outcome }
    b: createAccount(input: { accountNamePrefix: "shop", displayName: "Shop", dryRun: true }) { outcome }
    c: startConfigurationRecorder(input: {}) { outcome }
    d: startConfigurationRecorder(input: {}) { outcome errors { upstreamCode } }
  }`);

  expect(data).toEqual({
    a: { outcome: 'SUCCEEDED' },
    b: { outcome: 'VALIDATED' },
    c: { outcome: 'IN_PROGRESS' },
    d: { outcome: 'IN_PROGRESS', errors: [{ upstreamCode: 'ProcessIsRunning' }] },
  });
  expect(gateway.emulator.calls.effects()).toHaveLength(2);
});

it('can be taken as the interface that every payload is', async () => {
  const { data } = await gateway.query(`mutation {
    initResourceDirectory(input: { dryRun: true }) { __typename ... on MutationPayload { outcome errors { code } } }
  }`);

  expect(data).toEqual({
    initResourceDirectory: { __typename: 'InitResourceDirectoryPayload', outcome: 'VALIDATED', errors: [] },
  });
});
