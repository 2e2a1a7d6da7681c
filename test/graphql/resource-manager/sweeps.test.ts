import { generatedWorld } from '../../../src/emulator';
import type { TestGateway } from '../../support/startGateway';
import { startGateway } from '../../support/startGateway';

/** Accounts that are read by pages of the list: 250 members are three of them. */

const size = 250;
const { accountId } = generatedWorld(size);

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startGateway({ accounts: size });
  // Learns how long the list is.
  await gateway.query('{ accounts(first: 1) { nodes { accountId } } }');
});
afterEach(() => {
  gateway.emulator.faults.clear();
});
afterAll(() => gateway.stop());

const ask = (indices: readonly number[]) =>
  gateway.query<Record<string, { status: string } | null>>(
    `{ ${indices.map((index) => `a${index}: account(accountId: "${accountId(index)}") { status }`).join(' ')} }`,
  );

it('that cannot be read null the accounts that no other page has, and no others', async () => {
  gateway.emulator.faults.add({
    kind: 'status',
    action: 'ListAccounts',
    parameters: { PageNumber: '2' },
    status: 500,
    code: 'InternalError',
  });

  const { data, errors } = await ask([0, 99, 100, 249]);

  const active = { status: expect.any(String) as string };
  expect(data).toEqual({ a0: active, a99: active, a100: null, a249: null });
  expect(errors).toMatchObject(
    ['a100', 'a249'].map((path) => ({
      path: [path],
      extensions: { code: 'UPSTREAM_UNAVAILABLE', upstream: { action: 'ListAccounts' } },
    })),
  );
});
