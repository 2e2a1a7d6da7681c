import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import type { WorldDefinition } from '../../../src/emulator/world/WorldDefinition';
import { worldJsonSchema } from '../../../src/emulator/world/WorldDefinition';
import { WorldError } from '../../../src/emulator/world/WorldError';
import { createWorld } from '../../../src/emulator/world/createWorld';
import { demoWorld } from '../../../src/emulator/world/demo/demoWorld';
import { documentsWorld } from '../../../src/emulator/world/documentsWorld';
import { freshWorld } from '../../../src/emulator/world/freshWorld';
import { minute, startCloud } from './startCloud';
import { epoch, managementId, memberId, outsiderId, smallWorld } from './worlds';

const example = join(__dirname, 'example-world.json');

/** Everything that is said to be wrong. */
function problemsOf(source: unknown): readonly string[] {
  try {
    createWorld(source as WorldDefinition);
  } catch (error) {
    if (error instanceof WorldError) return error.problems;
    throw error;
  }
  return [];
}

describe('the example of docs/EMULATOR.md', () => {
  it('is the file that this test reads', () => {
    const page = readFileSync(join(__dirname, '../../../docs/EMULATOR.md'), 'utf8');

    const printed = [...page.matchAll(/^```json\n(.*?)^```/gms)].map(([, json = '']) => JSON.parse(json) as unknown);

    expect(printed).toContainEqual(JSON.parse(readFileSync(example, 'utf8')));
  });

  it('is a world', async () => {
    const cloud = await startCloud(example);
    const resource = { ResourceId: 'i-1', ResourceType: 'ACS::ECS::Instance', Region: 'cn-hangzhou' };

    const before = await cloud.call('GetResourceConfigurationTimeline', resource);
    cloud.pass(30 * minute);
    const after = await cloud.call('GetResourceConfigurationTimeline', resource);
    const refused = await cloud.call('EnrollAccount', {}, 'readonly');
    const member = await cloud.call('GetCallerIdentity', {}, 'memberid');

    await cloud.close();
    expect(before.answer).toMatchObject({ ResourceConfigurationTimeline: { TotalCount: 1, NextToken: '' } });
    expect(after.answer).toMatchObject({ ResourceConfigurationTimeline: { TotalCount: 2 } });
    expect(refused).toMatchObject({ code: 'Forbidden.RAM', status: 403 });
    expect(member.answer).toMatchObject({ AccountId: '1000000000000002' });
  });
});

describe('a file that cannot be used', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'world-'));
  });
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  it('that is not there is distinguished from a name', () => {
    expect(() => createWorld('nowhere')).toThrow(
      "The emulator's world nowhere cannot be used:\n  - expected demo, fresh, documents or the path of a JSON file, but there is no such file.",
    );
  });

  it('that is no JSON is refused for that', () => {
    const path = join(folder, 'broken.json');
    writeFileSync(path, '{ "name": ');

    expect(() => createWorld(path)).toThrow(
      /broken\.json cannot be used:\n {2}- expected JSON, but got something else/,
    );
  });

  it('is refused with everything that does not fit, with path, expected and got', () => {
    const { accounts, ...rest } = smallWorld();
    const problems = problemsOf({
      ...rest,
      name: '',
      epoch: 'yesterday',
      clock: 'backwards',
      colour: 'red',
      readings: { lastPageToken: 'sometimes' },
      keys: [{ id: 'a', secret: 's', accountId: 12, identity: { type: 'Robot' } }],
      accounts: [{ ...accounts[0], site: 'mars', accountId: 'x' }],
      resources: 'none',
    });

    expect(problems).toEqual([
      'name: Too small: expected string to have >=1 characters, but got "".',
      'epoch: Expected a UTC time such as 2026-06-30T08:00:00.000Z, but got "yesterday".',
      'clock: Invalid option: expected one of "running"|"frozen", but got "backwards".',
      'readings.lastPageToken: Invalid option: expected one of "absent"|"empty"|"present", but got "sometimes".',
      'keys[0].accountId: Invalid input: expected string, received number.',
      `keys[0].identity.type: Invalid discriminator value. Expected 'RAMUser' | 'AssumedRoleUser' | 'Account', but got {"type":"Robot"}.`,
      'accounts[0].accountId: Invalid string: must match pattern /^\\d[\\d*]{5,31}$/, but got "x".',
      'accounts[0].site: Invalid option: expected one of "china"|"international", but got "mars".',
      'resources: Invalid input: expected array, received string.',
      'Unrecognized key: "colour".',
    ]);
  });

  it('is refused for lists that are empty, numbers that are too small, and values of no known form', () => {
    const enrollment = { accountId: memberId, startedAt: epoch, stepSeconds: 0 };
    const resource = { accountId: memberId, resourceId: 'i-1', resourceType: 'T', region: 'r', tags: 7 };

    const problems = problemsOf({
      ...smallWorld({ zone: { baselines: [], enrollments: [enrollment] } }),
      resources: [resource, { ...resource, tags: { env: 'x'.repeat(80) } }],
    });

    expect(problems).toEqual([
      'governance[0].baselines: Too small: expected array to have >=1 items, but got [].',
      'governance[0].enrollments[0].stepSeconds: Too small: expected number to be >0, but got 0.',
      'resources[0].tags: Expected an object or a text, but got 7.',
      `resources[1].tags: Expected an object or a text, but got {"env":"${'x'.repeat(49)}....`,
    ]);
  });

  it('is refused for folders in a circle or too deep, and for payers that are no accounts', () => {
    const world = smallWorld();
    const [directory] = world.directories ?? [];
    if (!directory) throw new Error('The small world has a directory.');
    const chain = Array.from({ length: 6 }, (_, level) => ({
      folderId: `fd-${level}`,
      name: `Level ${level + 1}`,
      parentFolderId: level === 0 ? directory.rootFolderId : `fd-${level - 1}`,
    }));
    const circle = { folderId: 'fd-self', name: 'Self', parentFolderId: 'fd-self' };
    const member = { accountId: memberId, joinTime: epoch, payerAccountId: '1999999999999999' };

    const problems = problemsOf({
      ...world,
      directories: [{ ...directory, folders: [...chain, circle], members: [member] }],
    });

    const tooDeep = 'expected a tree of at most 5 levels, but this folder is deeper, or in a circle.';
    expect(problems).toEqual([
      `directories[0].folders[5].parentFolderId: ${tooDeep}`,
      `directories[0].folders[6].parentFolderId: ${tooDeep}`,
      'directories[0].members[0].payerAccountId: expected the accountId of an account in accounts, but got "1999999999999999".',
    ]);
  });

  it('is refused for account groups outside a directory, over no folder, of no accounts, and of one id', () => {
    const group = { accountGroupId: 'ca-1', name: 'Group', createTime: epoch };

    const problems = problemsOf({
      ...smallWorld(),
      accountGroups: [
        { ...group, ownerAccountId: outsiderId, type: 'RD' },
        { ...group, ownerAccountId: managementId, type: 'FOLDER', folderId: 'fd-elsewhere' },
        { ...group, ownerAccountId: memberId, type: 'CUSTOM', accountIds: [outsiderId, '1999999999999999'] },
      ],
    });

    expect(problems).toEqual([
      'accountGroups[1]: expected another accountGroupId than accountGroups[0], but both have "ca-1".',
      'accountGroups[2]: expected another accountGroupId than accountGroups[0], but both have "ca-1".',
      `accountGroups[0].ownerAccountId: expected the accountId of an account of a directory, but got "${outsiderId}".`,
      'accountGroups[1].folderId: expected a folderId of the directory, but got "fd-elsewhere".',
      'accountGroups[2].accountIds[1]: expected the accountId of an account in accounts, but got "1999999999999999".',
    ]);
  });

  it('is refused for ids that name nothing, and for ids that are given twice', () => {
    const world = smallWorld();
    const [first, second] = world.accounts;
    const [directory] = world.directories ?? [];
    const resource = { accountId: '1999999999999999', resourceId: 'i-1', resourceType: 'T', region: 'r' };
    if (!first || !second || !directory) throw new Error('The small world has two accounts and a directory.');

    const problems = problemsOf({
      ...world,
      accounts: [first, second, first],
      keys: [{ id: 'testid', secret: 's', accountId: outsiderId }],
      directories: [
        {
          ...directory,
          folders: [{ folderId: 'fd-1', name: 'One', parentFolderId: 'fd-0' }],
          members: [
            { accountId: memberId, folderId: 'fd-9', joinTime: epoch },
            { accountId: managementId, joinTime: epoch },
          ],
          delegatedAdministrators: [outsiderId],
        },
      ],
      governance: [
        {
          managementAccountId: managementId,
          defaultBaselineId: 'afb-none',
          baselines: [{ baselineId: 'afb-1', name: 'One', items: [{ name: 'ACS-BP_MOON' }] }],
          enrollments: [{ accountId: memberId, baselineId: 'afb-2', startedAt: epoch }],
        },
      ],
      roles: [
        { accountId: memberId, name: 'Reader', trusts: [managementId] },
        { accountId: '1999999999999999', name: 'reader', trusts: [managementId] },
        { accountId: memberId, name: 'reader', trusts: [managementId] },
      ],
      resources: [resource],
    });

    expect(problems).toEqual([
      'accounts[2]: expected another accountId than accounts[0], but both have "1000000000000001".',
      'keys[0].accountId: expected the accountId of an account in accounts, but got "1000000000000003".',
      'roles[2]: expected another accountId and name than roles[0], but both have "1000000000000002/reader".',
      'roles[1].accountId: expected the accountId of an account in accounts, but got "1999999999999999".',
      'resources[0].accountId: expected the accountId of an account in accounts, but got "1999999999999999".',
      'directories[0].folders[0].parentFolderId: expected the rootFolderId or a folderId of this directory, but got "fd-0".',
      'directories[0].members[0].folderId: expected the rootFolderId or a folderId of this directory, but got "fd-9".',
      'directories[0].delegatedAdministrators[0]: expected the accountId of a member of this directory, but got "1000000000000003".',
      'directories[0].members[1].accountId: expected an account in no other place of a directory, but "1000000000000001" is also at directories[0].managementAccountId.',
      'governance[0].defaultBaselineId: expected a baselineId of these baselines, but got "afb-none".',
      'governance[0].baselines[0].items[0].name: expected the name of a known baseline item, but got "ACS-BP_MOON".',
      'governance[0].enrollments[0].baselineId: expected a baselineId of these baselines, but got "afb-2".',
    ]);
  });
});

describe('the published schema', () => {
  it.each([
    ['demo', demoWorld()],
    ['fresh', freshWorld()],
    ['documents', documentsWorld()],
    ['the example', JSON.parse(readFileSync(example, 'utf8')) as unknown],
  ])('fits %s', (_name, world) => {
    const schema = z.fromJSONSchema(worldJsonSchema() as Parameters<typeof z.fromJSONSchema>[0]);

    // JSON has no undefined: what is undefined here is absent there.
    expect(schema.safeParse(JSON.parse(JSON.stringify(world))).error).toBeUndefined();
  });

  it('describes its properties, and refuses others', () => {
    expect(worldJsonSchema()).toMatchObject({
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      additionalProperties: false,
      required: ['name', 'epoch', 'accounts'],
      properties: { outages: { items: { enum: ['Config', 'ResourceManager', 'governance', 'Sts', 'Actiontrail'] } } },
    });
  });
});
