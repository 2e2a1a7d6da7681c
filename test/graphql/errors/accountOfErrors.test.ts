import { demoAccounts, demoWorld } from '../../../src/emulator';
import type { TestGateway } from '../../support/startGateway';
import { startGateway } from '../../support/startGateway';
import { demoResources } from '../../support/timelines';

const { management, overseasRetail, paymentsProduction } = demoAccounts;
const { region, resourceType, resourceId } = demoResources.bucket;

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startGateway();
});
beforeEach(() => {
  gateway.emulator.reset();
});
afterAll(() => gateway.stop());

const namesOf = async (
  document: string,
  of = gateway,
  language = 'en',
): Promise<{ code: unknown; accountId: unknown }[]> => {
  const { errors = [] } = await of.query(document, {}, { 'accept-language': language });
  return errors.map(({ extensions }) => ({ code: extensions?.code, accountId: extensions?.accountId }));
};

const everyField = (accountId: string): string => `{ account(accountId: "${accountId}") {
  configurationRecorder { status }
  resources { totalCount }
  resourceCounts(by: REGION) { count }
} }`;

describe('extensions.accountId', () => {
  it.each(['en', 'zh'])('names the member of every field that its missing role forbids, in %s', async (language) => {
    const forbidden = { code: 'FORBIDDEN', accountId: overseasRetail };

    expect(await namesOf(everyField(overseasRetail), gateway, language)).toEqual([forbidden, forbidden, forbidden]);
  });

  it('says which of several members are missing', async () => {
    const members = await namesOf('{ accounts(first: 100) { nodes { configurationRecorder { status } } } }');

    expect(members).toContainEqual({ code: 'FORBIDDEN', accountId: overseasRetail });
    expect(new Set(members.map(({ accountId }) => accountId)).size).toBe(members.length);
  });

  it.each([
    ['UPSTREAM_UNAVAILABLE', { kind: 'status', status: 503 }],
    ['UPSTREAM_THROTTLED', { kind: 'throttle' }],
    ['UPSTREAM_BAD_RESPONSE', { kind: 'html' }],
  ] as const)('names the member of other failures, too: %s', async (code, fault) => {
    gateway.emulator.faults.add({ ...fault, accountId: paymentsProduction });

    const errors = await namesOf(`{ configurationRecorder(accountId: "${paymentsProduction}") { status } }`);

    expect(errors).toEqual([{ code, accountId: paymentsProduction }]);
  });

  it('names the account that a call of the directory or of enrollments is about', async () => {
    gateway.emulator.faults.add({ kind: 'status', status: 503 });
    const errors = await namesOf(
      `{ account(accountId: "${paymentsProduction}") { displayName enrollment { status } payer { accountId } } }`,
    );

    expect(errors.length).toBeGreaterThan(0);
    expect(errors).toEqual(errors.map(() => ({ code: 'UPSTREAM_UNAVAILABLE', accountId: paymentsProduction })));
  });

  it('is absent from what no single account failed for: the gateway’s own, and a list of many', async () => {
    gateway.emulator.faults.add({ kind: 'status', status: 503 });

    expect(
      await namesOf(
        '{ configurationRecorder { status } accounts { nodes { accountId } } resourceDirectory { createdAt } }',
      ),
    ).toEqual(Array(3).fill({ code: 'UPSTREAM_UNAVAILABLE', accountId: undefined }));
  });

  it('names the member that is read through an account group, and the one that there is no group for', async () => {
    const throughGroup = await startGateway({ memberAccess: 'account-group' });
    const withoutGroup = await startGateway({
      memberAccess: 'account-group',
      world: { ...demoWorld(), accountGroups: [] },
    });
    const document = `{ cloudResource(key: {
      accountId: "${paymentsProduction}", region: "${region}", resourceType: "${resourceType}", resourceId: "${resourceId}"
    }) { resourceName } }`;
    throughGroup.emulator.faults.add({ kind: 'status', status: 503, action: 'GetAggregateDiscoveredResource' });

    const errors = [await namesOf(document, throughGroup), await namesOf(document, withoutGroup)];

    await Promise.all([throughGroup.stop(), withoutGroup.stop()]);
    expect(errors).toEqual([
      [{ code: 'UPSTREAM_UNAVAILABLE', accountId: paymentsProduction }],
      [{ code: 'FORBIDDEN', accountId: paymentsProduction }],
    ]);
  });

  it('is not the caller’s own account', async () => {
    expect(await namesOf(everyField(management))).toEqual([]);
  });
});
