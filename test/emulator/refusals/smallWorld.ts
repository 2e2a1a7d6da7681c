import type { WorldDefinition } from '../../../src/emulator/world/WorldDefinition';
import { systemBaseline } from '../../../src/emulator/world/baselines';

export const epoch = '2026-06-30T08:00:00.000Z';
export const managementId = '1000000000000001';
export const memberId = '1000000000000002';
export const outsiderId = '1000000000000003';
export const unknownId = '1999999999999999';

export type AccountInput = WorldDefinition['accounts'][number];
export type ZoneInput = NonNullable<WorldDefinition['governance']>[number];
export type KeyInput = NonNullable<WorldDefinition['keys']>[number];

/** The parts of {@link smallWorld} that a test changes. */
export interface WorldChanges extends Partial<Omit<WorldDefinition, 'accounts' | 'governance'>> {
  readonly management?: Partial<AccountInput>;
  readonly member?: Partial<AccountInput>;
  readonly zone?: Partial<ZoneInput>;
  /** Changes the key `testid`. */
  readonly key?: Partial<KeyInput>;
}

/**
 * Three accounts, `testid`, `memberid` and `outsiderid`: the owner of a directory, its member, and one in no directory.
 * Everything is as it should be, and each test spoils what it is about.
 */
export function smallWorld({ management, member, zone, key, ...changes }: WorldChanges = {}): WorldDefinition {
  return {
    name: 'small',
    epoch,
    keys: [
      { id: 'testid', secret: 'testsecret', accountId: managementId, ...key },
      { id: 'memberid', secret: 'membersecret', accountId: memberId },
      { id: 'outsiderid', secret: 'outsidersecret', accountId: outsiderId },
    ],
    accounts: [
      {
        accountId: managementId,
        name: 'root@small.example',
        displayName: 'Small',
        enterpriseName: 'Small Ltd.',
        ...management,
      },
      {
        accountId: memberId,
        name: 'member@small.example',
        displayName: 'Member',
        type: 'resource',
        verification: 'none',
        ...member,
      },
      { accountId: outsiderId, name: 'outsider@example.com', displayName: 'Outsider', enterpriseName: 'Other Ltd.' },
    ],
    directories: [
      {
        resourceDirectoryId: 'rd-small1',
        rootFolderId: 'r-small1',
        managementAccountId: managementId,
        createTime: '2025-01-01T00:00:00.000Z',
        folders: [{ folderId: 'fd-projects01', name: 'Projects', parentFolderId: 'r-small1' }],
        members: [{ accountId: memberId, joinTime: '2025-02-01T00:00:00.000Z' }],
      },
    ],
    governance: [
      {
        managementAccountId: managementId,
        defaultBaselineId: systemBaseline.baselineId,
        baselines: [systemBaseline],
        ...zone,
      },
    ],
    ...changes,
  };
}
