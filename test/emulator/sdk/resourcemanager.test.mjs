import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { Config } from '@alicloud/openapi-core/dist/utils.js';
import resourceManager from '@alicloud/resourcemanager20200331';
import { startEmulator } from '../../../src/emulator/emulator.ts';
import { catalogue } from '../../../src/operations/index.ts';

const sdk = resourceManager.default?.default ?? resourceManager.default ?? resourceManager;
const models = resourceManager;

const managementId = '1587203946182045';
const memberId = '1734905562810937';
const folderId = 'fd-4bYgS0hQpD';
const member = { accountId: memberId, displayName: '支付生产', folderId, type: 'ResourceAccount' };

/** By operation: the request as the SDK takes it, and a part of the answer as it gives it. */
const calls = {
  GetResourceDirectory: [{}, { resourceDirectory: { masterAccountId: managementId, rootFolderId: 'r-Tn5Wc8' } }],
  ListAccounts: [
    { pageNumber: 1, pageSize: 2, includeTags: true, tag: [{ key: 'unit', value: 'payments' }] },
    { totalCount: 2, pageSize: 2, accounts: { account: [member, { accountId: '1092846637450128' }] } },
  ],
  GetAccount: [
    { accountId: memberId, includeTags: true },
    {
      account: {
        ...member,
        location: 'root/Workloads/Production',
        tags: [
          { key: 'unit', value: 'payments' },
          { key: 'env', value: 'prod' },
          { key: '负责人', value: '李娜' },
          { key: 'cost/center', value: 'CN-0042 & "shared"' },
        ],
      },
    },
  ],
  ListAccountsForParent: [
    { parentFolderId: folderId, queryKeyword: '支付' },
    { totalCount: 1, accounts: { account: [member] } },
  ],
  GetPayerForAccount: [
    { accountId: memberId },
    { payerAccountId: managementId, payerAccountName: 'org-root@lotus-valley.example' },
  ],
  GetFolder: [{ folderId }, { folder: { folderId, folderName: 'Production', parentFolderId: 'fd-Vd0nLs4cYk' } }],
  ListFoldersForParent: [
    { parentFolderId: 'fd-Vd0nLs4cYk', pageSize: 1 },
    { totalCount: 3, folders: { folder: [{ folderId, folderName: 'Production' }] } },
  ],
  ListAncestors: [
    { childId: folderId },
    { folders: { folder: [{ folderName: 'root' }, { folderName: 'Workloads' }] } },
  ],
};

function clientOf({ port }) {
  const config = { accessKeyId: 'testid', accessKeySecret: 'testsecret', protocol: 'http', regionId: 'cn-hangzhou' };
  // `v2` is its word for the RPC protocol with signature v1.
  return new sdk(new Config({ ...config, endpoint: `127.0.0.1:${port}`, signatureAlgorithm: 'v2' }));
}

const methodOf = (action) => action.charAt(0).toLowerCase() + action.slice(1);

async function call(client, action, request) {
  const model = models[`${action}Request`];
  const { body } =
    model === undefined ? await client[methodOf(action)]() : await client[methodOf(action)](new model(request));
  return JSON.parse(JSON.stringify(body));
}

/** What an answer has at the keys of another object, however deep. */
function partOf(answer, like) {
  if (Array.isArray(like)) return answer?.map((item, index) => partOf(item, like[index]));
  if (typeof like !== 'object' || like === null) return answer;
  return Object.fromEntries(Object.entries(like).map(([key, value]) => [key, partOf(answer?.[key], value)]));
}

describe('@alicloud/resourcemanager20200331 with signature v1', () => {
  let emulator;
  before(async () => {
    emulator = await startEmulator({ world: 'demo' });
  });
  after(() => emulator.close());

  for (const [action, [request, expected]] of Object.entries(calls)) {
    it(`calls ${action}`, async () => {
      const answer = await call(clientOf(emulator), action, request);

      assert.deepEqual(partOf(answer, expected), expected);
      assert.match(answer.requestId, /^[0-9A-F-]{36}$/);
    });
  }

  it('makes a directory where there is none', async () => {
    const fresh = await startEmulator({ world: 'fresh' });
    const answer = await call(clientOf(fresh), 'InitResourceDirectory', {});
    await fresh.close();

    assert.equal(answer.resourceDirectory.masterAccountId, '1602394815570246');
  });

  it('rejects with the documented code', async () => {
    const refused = call(clientOf(emulator), 'GetFolder', { folderId: 'fd-elsewhere1' });

    await assert.rejects(refused, { code: 'EntityNotExists.Folder', statusCode: 404 });
  });

  it('knows every operation of the product that the emulator has, and all of them are tried here', () => {
    const emulated = Object.values(catalogue)
      .filter(({ product }) => product.service === 'resource-manager')
      .map(({ action }) => action)
      .sort();

    assert.deepEqual(emulated, [...Object.keys(calls), 'InitResourceDirectory'].sort());
    assert.deepEqual(
      emulated.filter((action) => typeof sdk.prototype[methodOf(action)] !== 'function'),
      [],
    );
  });
});
