import RPCClient from '@alicloud/pop-core';
import { startEmulator } from '../../../src/emulator/emulator';

/**
 * Walks a generated directory through the official client, in a process of its own, and prints how much heap that took.
 * `walk.test.ts` runs it with the number of accounts.
 */

const size = Number(process.argv[2]);
const memory: number[] = [];

interface Pages {
  readonly Accounts: { readonly Account: readonly { readonly AccountId: string }[] };
  readonly DiscoveredResourceProfiles: {
    readonly DiscoveredResourceProfileList: readonly Resource[];
    readonly TotalCount: number;
    readonly NextToken?: string;
  };
  readonly AggregatorsResult: { readonly Aggregators: readonly { readonly AggregatorId: string }[] };
  readonly ResourceConfigurationTimeline: {
    readonly ConfigurationList: readonly unknown[];
    readonly NextToken?: string;
  };
  readonly EnrolledAccounts: readonly unknown[];
  readonly NextToken?: string;
}
interface Resource {
  readonly ResourceId: string;
  readonly ResourceType: string;
  readonly Region: string;
}

async function walk(): Promise<void> {
  const emulator = await startEmulator({ accounts: size, quotas: false });
  const call = (apiVersion: string, action: string, request: object): Promise<Pages> => {
    const client = new RPCClient({
      endpoint: emulator.url,
      apiVersion,
      accessKeyId: 'testid',
      accessKeySecret: 'testsecret',
      opts: { timeout: 20_000 },
    });
    return client.request<Pages>(action, request, { method: 'POST' });
  };
  const note = () => {
    globalThis.gc?.();
    memory.push(process.memoryUsage().heapUsed);
  };

  note();
  const accountIds: string[] = [];
  for (let page = 1; accountIds.length < size; page++) {
    const { Accounts } = await call('2020-03-31', 'ListAccounts', {
      PageNumber: page,
      PageSize: 100,
      IncludeTags: true,
    });
    accountIds.push(...Accounts.Account.map(({ AccountId }) => AccountId));
  }
  note();

  let enrollments = 0;
  for (let token: string | undefined = ''; token !== undefined;) {
    const answer: Pages = await call('2021-01-20', 'ListEnrolledAccounts', { MaxResults: 100, NextToken: token });
    enrollments += answer.EnrolledAccounts.length;
    token = answer.NextToken;
  }
  note();

  let resources = 0;
  for (const MemberId of accountIds.filter((_id, index) => index % 50 === 0)) {
    const { DiscoveredResourceProfiles: list } = await call('2019-01-08', 'ListDiscoveredResources', {
      PageNumber: 1,
      PageSize: 100,
      MultiAccount: true,
      MemberId,
    });
    resources += list.TotalCount;
  }
  note();

  const groups = await call('2020-09-07', 'ListAggregators', { MaxResults: 10 });
  const [{ AggregatorId } = { AggregatorId: '' }] = groups.AggregatorsResult.Aggregators;
  let grouped = 0;
  for (let token: string | undefined = '', pages = 0; token !== undefined && pages < 5; pages++) {
    const { DiscoveredResourceProfiles: list }: Pages = await call('2020-09-07', 'ListAggregateDiscoveredResources', {
      AggregatorId,
      MaxResults: 100,
      NextToken: token,
    });
    grouped += list.DiscoveredResourceProfileList.length;
    token = list.NextToken;
  }
  note();

  const own = await call('2019-01-08', 'ListDiscoveredResources', { PageNumber: 1, PageSize: 2 });
  const longest = own.DiscoveredResourceProfiles.DiscoveredResourceProfileList[1];
  let changes = 0;
  for (let token: string | undefined = ''; token !== undefined;) {
    const { ResourceConfigurationTimeline: timeline }: Pages = await call(
      '2019-01-08',
      'GetResourceConfigurationTimeline',
      {
        ResourceId: longest?.ResourceId,
        ResourceType: longest?.ResourceType,
        Region: longest?.Region,
        Limit: 100,
        NextToken: token,
      },
    );
    changes += timeline.ConfigurationList.length;
    token = timeline.NextToken;
  }
  note();
  await emulator.close();
  const distinct = new Set(accountIds).size;
  process.stdout.write(
    `${JSON.stringify({ distinct, enrollments, resources, grouped, changes, heapMb: Math.max(...memory) / 2 ** 20 })}\n`,
  );
}

void walk();
