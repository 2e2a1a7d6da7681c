import { toClientError } from '../../errors/ClientError';
import { DescribeConfigurationRecorder, GetCallerIdentity } from '../../operations';
import type { Check } from '../Check';
import type { Finding } from '../Finding';
import { ok, problem, skipped } from '../Finding';
import type { Patient } from '../Patient';
import { accountsOf, identityOf, standingOf } from '../reads';

/** So many members stand for all: the first, the last, and some between. */
const sampleSize = 5;

function sampleOf<T>(all: readonly T[]): readonly T[] {
  if (all.length <= sampleSize) return all;
  const step = (all.length - 1) / (sampleSize - 1);
  return Array.from({ length: sampleSize }, (_, index) => all[Math.round(index * step)]).filter(
    (item) => item !== undefined,
  );
}

/** Whether the gateway's role opens a sample of members. */
export const membersCheck: Check = {
  name: 'members',
  about: 'the role in a sample of members',
  run: async (patient) => {
    const identity = await identityOf(patient);
    const standing = await standingOf(patient);
    if (!identity.answer || (standing !== 'management' && standing !== 'delegated')) {
      return [skipped('No members can be listed with these credentials: see directory.')];
    }
    const own = identity.answer.AccountId;
    const accounts = (await accountsOf(patient)).answer?.Accounts.Account ?? [];
    const members = accounts.map(({ AccountId }) => AccountId).filter((accountId) => accountId !== own);
    if (members.length === 0) return [skipped('The directory has no members.')];

    const findings: Finding[] = [];
    for (const accountId of sampleOf(members)) {
      const finding = await examine(patient, accountId, own);
      if (finding === undefined) {
        return [
          skipped(
            `Members cannot be tested: what is asked of another account is answered by ${own}, so this gateway reads its own account only.`,
          ),
        ];
      }
      findings.push(finding);
    }
    return findings;
  },
};

/** Undefined where the caller's own account answers in place of the member: no role is assumed at all. */
async function examine(patient: Patient, accountId: string, own: string): Promise<Finding | undefined> {
  const remedy =
    'Make the role in the member with the policy of npm run ram-policy -- member-reader, trusting the gateway (docs/RAM-POLICIES.md).';
  const who = await patient.read(GetCallerIdentity, {}, { accountId });
  if (who.error) return problem(`Member ${accountId}: ${toClientError(who.error, 'en').message}`, remedy);
  if (who.answer.AccountId === own) return undefined;

  const recorder = await patient.read(DescribeConfigurationRecorder, {}, { accountId });
  if (recorder.error && recorder.error.code !== 'AccountNotExisted') {
    return problem(`Member ${accountId}: ${toClientError(recorder.error, 'en').message}`, remedy);
  }
  const state = recorder.answer ? 'its recorder can be read' : 'Cloud Config is not activated there';
  return ok(`Member ${accountId}: the role can be assumed; ${state}.`);
}
