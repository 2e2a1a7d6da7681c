import { GetResourceDirectory, ListAccounts } from '../../operations';
import type { Check } from '../Check';
import { ok, skipped, warning } from '../Finding';
import { diagnose, isDenied } from '../diagnose';
import { accountsOf, directoryOf, identityOf, readsThroughGroup, standingOf } from '../reads';

/** What the caller is to the resource directory. */
export const directoryCheck: Check = {
  name: 'directory',
  about: 'the resource directory, and the caller’s role in it',
  run: async (probe) => {
    if (!(await identityOf(probe)).answer) return [skipped('The caller is unknown: see credentials.')];
    const directory = await directoryOf(probe);
    const standing = await standingOf(probe);
    if (standing === 'none') {
      return [
        warning(
          'The account belongs to no resource directory: the gateway serves this one account.',
          'Use credentials of the management account if there is a directory. initResourceDirectory creates one.',
        ),
      ];
    }
    if (directory.error) return [diagnose(GetResourceDirectory, directory.error, probe)];
    const { ResourceDirectoryId, MasterAccountId } = directory.answer.ResourceDirectory;
    const where = `directory ${ResourceDirectoryId} of management account ${MasterAccountId}`;

    const accounts = await accountsOf(probe);
    const count = `${accounts.answer?.TotalCount ?? 'its'} accounts can be listed`;
    switch (standing) {
      case 'management':
        if (accounts.error) return [diagnose(ListAccounts, accounts.error, probe)];
        return [ok(`The caller is in the management account of ${ResourceDirectoryId}; ${count}.`)];
      case 'delegated':
        return [
          ok(`The caller is in a member of the ${where} that may read it (a delegated administrator); ${count}.`),
        ];
      default:
        if (accounts.error && !isDenied(accounts.error) && accounts.error.kind !== 'CLIENT') {
          return [diagnose(ListAccounts, accounts.error, probe)];
        }
        return [
          warning(
            `The caller is in a plain member of the ${where}: other accounts cannot be listed${readsThroughGroup(probe) ? '' : ' or read'}.`,
            'Use credentials of the management account, or make this member a delegated administrator. If it already is one, allow it resourcemanager:ListAccounts.',
          ),
        ];
    }
  },
};
