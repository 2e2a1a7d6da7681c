import RPCClient from '@alicloud/pop-core';
import { startEmulator } from '../../../src/emulator';

interface Page {
  readonly TotalCount: number;
  readonly Accounts: { readonly Account: readonly { readonly DisplayName: string }[] };
}

/** What is to be tested: reads the names of all members of a directory, and does not give up when it is throttled. */
async function memberNames(endpoint: string): Promise<string[]> {
  const keys = { accessKeyId: 'testid', accessKeySecret: 'testsecret' };
  const client = new RPCClient({ endpoint, apiVersion: '2020-03-31', ...keys });
  const names: string[] = [];
  for (let PageNumber = 1; ;) {
    try {
      const page = await client.request<Page>('ListAccounts', { PageNumber, PageSize: 100 }, { method: 'POST' });
      names.push(...page.Accounts.Account.map(({ DisplayName }) => DisplayName));
      if (names.length >= page.TotalCount) return names;
      PageNumber += 1;
    } catch (error) {
      if ((error as { code?: string }).code !== 'Throttling.User') throw error;
    }
  }
}

it('reads every member once, though it is throttled on the way', async () => {
  const emulator = await startEmulator({ accounts: 250 });
  emulator.faults.add({ kind: 'throttle', action: 'ListAccounts', times: 1 });

  const names = await memberNames(emulator.url);

  await emulator.close();
  expect(names).toHaveLength(250);
  expect(emulator.calls.of('ListAccounts').map(({ code }) => code)).toEqual(['Throttling.User', null, null, null]);
});
