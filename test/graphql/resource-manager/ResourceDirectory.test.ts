import { demoAccounts, freshAccountId } from '../../../src/emulator';
import type { TestGateway } from '../../support/startGateway';
import { startGateway } from '../../support/startGateway';

let demo: TestGateway;
let fresh: TestGateway;
beforeAll(async () => {
  [demo, fresh] = await Promise.all([startGateway(), startGateway({ world: 'fresh' })]);
});
beforeEach(() => {
  demo.emulator.reset();
  fresh.emulator.reset();
});
afterAll(() => Promise.all([demo.stop(), fresh.stop()]));

const fields = `
  id resourceDirectoryId managementAccount { accountId } managementAccountName rootFolder { folderId } createdAt
  controlPolicyStatus rawControlPolicyStatus memberDeletionStatus rawMemberDeletionStatus identityInformation`;
const read = `{ resourceDirectory { ${fields} } }`;
const init = `
  mutation ($dryRun: Boolean) {
    initResourceDirectory(input: { dryRun: $dryRun }) {
      outcome requestId
      errors { code upstreamCode message field retryable retryAfterMs }
      resourceDirectory { resourceDirectoryId managementAccount { accountId } createdAt controlPolicyStatus }
    }
  }`;

describe('resourceDirectory', () => {
  it('is the directory that the current account owns', async () => {
    const answer = await demo.query(read);

    expect(answer).toEqual({
      data: {
        resourceDirectory: {
          id: Buffer.from('["ResourceDirectory","rd-7Kq2Vx"]').toString('base64url'),
          resourceDirectoryId: 'rd-7Kq2Vx',
          managementAccount: { accountId: demoAccounts.management },
          managementAccountName: 'org-root@lotus-valley.example',
          rootFolder: { folderId: 'r-Tn5Wc8' },
          createdAt: '2022-11-02T06:25:44.190Z',
          controlPolicyStatus: 'ENABLED',
          rawControlPolicyStatus: 'Enabled',
          memberDeletionStatus: 'DISABLED',
          rawMemberDeletionStatus: 'Disabled',
          identityInformation: '莲谷商贸有限公司',
        },
      },
    });
  });

  it('is the directory that the current account belongs to, for a member’s key', async () => {
    const member = await startGateway({ accessKeyId: 'memberid', accessKeySecret: 'membersecret' });

    const answer = await member.query(read);

    await member.stop();
    expect(answer).toEqual(await demo.query(read));
  });

  it('is null, without an error, if the account is in none', async () => {
    const answer = await fresh.query(read);

    expect(answer).toEqual({ data: { resourceDirectory: null } });
  });

  it('is UNKNOWN, beside the raw texts, in statuses that nobody knows yet', async () => {
    demo.emulator.faults.add({ kind: 'unknownEnum', value: 'Paused' });

    const { data } = await demo.query(read);

    expect(data).toMatchObject({
      resourceDirectory: {
        controlPolicyStatus: 'UNKNOWN',
        rawControlPolicyStatus: 'Paused',
        memberDeletionStatus: 'UNKNOWN',
        rawMemberDeletionStatus: 'Paused',
      },
    });
  });

  it.each([{ kind: 'oddCasing' }, { kind: 'idsAs', as: 'number' }] as const)('is the same under %j', async (fault) => {
    const plain = await demo.query(read);
    demo.emulator.faults.add(fault);

    expect(await demo.query(read)).toEqual(plain);
  });
});

describe('initResourceDirectory', () => {
  it('gives the directory, and again the same one as ALREADY_DONE, for which nothing is sent', async () => {
    const first = await fresh.query<{ initResourceDirectory: { resourceDirectory: object } }>(init);

    const second = await fresh.query(init);

    const [one] = fresh.emulator.calls.of('InitResourceDirectory').map(({ requestId }) => requestId);
    const resourceDirectory = first.data?.initResourceDirectory.resourceDirectory;
    expect(first).toEqual({
      data: { initResourceDirectory: { outcome: 'SUCCEEDED', requestId: one, errors: [], resourceDirectory } },
    });
    expect(resourceDirectory).toMatchObject({
      managementAccount: { accountId: freshAccountId },
      controlPolicyStatus: 'DISABLED',
    });
    expect(second).toEqual({
      data: {
        initResourceDirectory: {
          outcome: 'ALREADY_DONE',
          requestId: null,
          errors: [
            {
              code: 'CONFLICT',
              upstreamCode: null,
              message: 'This account already has a resource directory. Do not enable it again; nothing was changed.',
              field: null,
              retryable: false,
              retryAfterMs: null,
            },
          ],
          resourceDirectory,
        },
      },
    });
    expect(fresh.emulator.calls.of('InitResourceDirectory')).toHaveLength(1);
  });

  it('is ALREADY_DONE with the documented code if another client was faster', async () => {
    // The list of what is read before a send does not have it yet.
    fresh.emulator.faults.add({ kind: 'status', action: 'GetResourceDirectory', status: 403, code: 'NoPermission' });
    await fresh.query(init);

    const { data } = await fresh.query(
      'mutation { initResourceDirectory(input: {}) { outcome errors { upstreamCode } } }',
    );

    expect(data).toEqual({
      initResourceDirectory: {
        outcome: 'ALREADY_DONE',
        errors: [{ upstreamCode: 'EntityAlreadyExists.ResourceDirectory' }],
      },
    });
    expect(fresh.emulator.calls.effects()).toHaveLength(1);
  });

  it('costs a read and a write, and one read more if the directory is requested', async () => {
    await fresh.query('mutation { initResourceDirectory(input: {}) { outcome } }');
    await fresh.query(init);

    expect(fresh.upstreamCalls()).toEqual(['GetResourceDirectory', 'InitResourceDirectory', 'GetResourceDirectory']);
  });

  it('is ALREADY_DONE if it is sent once more, and shows the same directory', async () => {
    const mutation =
      'mutation { initResourceDirectory(input: {}) { outcome resourceDirectory { resourceDirectoryId } } }';
    const [first, second] = [await fresh.query(mutation), await fresh.query(mutation)];

    const directory = fresh.emulator.world.directories.ownedBy(freshAccountId);
    const resourceDirectory = { resourceDirectoryId: directory?.resourceDirectoryId };
    expect([first.data, second.data]).toEqual([
      { initResourceDirectory: { outcome: 'SUCCEEDED', resourceDirectory } },
      { initResourceDirectory: { outcome: 'ALREADY_DONE', resourceDirectory } },
    ]);
  });
});
