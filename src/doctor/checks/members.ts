import { toClientError } from '../../errors/ClientError';
import type { RpcError } from '../../errors/RpcError';
import { AssumeRole } from '../../operations';
import { defaultRoles } from '../../settings';
import type { Check } from '../Check';
import type { Finding } from '../Finding';
import { ok, problem, skipped, warning } from '../Finding';
import type { Probe } from '../Probe';
import { diagnose, isDenied } from '../diagnose';
import { explainRole } from '../explainRole';
import { accountsOf, identityOf, readsThroughGroup, recorderOf, recorderOperation, standingOf } from '../reads';
import { sampleOf } from '../sampleOf';

/**
 * Checks that the gateway's role opens a sample of members. If an account group replaces the role for most reads, a
 * failure is only a note.
 */
export const membersCheck: Check = {
  name: 'members',
  about: 'the role in a sample of members',
  run: async (probe) => {
    const identity = await identityOf(probe);
    const standing = await standingOf(probe);
    if (!identity.answer || (standing !== 'management' && standing !== 'delegated')) {
      return [skipped('No members can be listed with these credentials: see directory.')];
    }
    const { AccountId: own, IdentityType } = identity.answer;
    const { Accounts, TotalCount } = (await accountsOf(probe)).answer ?? { Accounts: {} };
    const accounts = Accounts.Account ?? [];
    const members = accounts.map(({ AccountId }) => AccountId).filter((accountId) => accountId !== own);
    if (members.length === 0) return [TotalCount === accounts.length ? noMembers : noneCame(TotalCount)];
    if (IdentityType === 'Account') {
      return [
        unreadable(probe, {
          message: `${wordsOf(probe).none}: the key is a root key, and root keys cannot assume roles.`,
          remedy:
            'Give the gateway a RAM user or role that may assume the role in members: npm run ram-policy -- members.',
        }),
      ];
    }
    const tried = await tryMembers(probe, sampleOf(members));
    return [...findingsOf(tried, probe), ...wideRoles(tried, probe)];
  },
};

const noMembers = skipped('The directory has no members.');

/** An empty page says nothing if the count does not. */
const noneCame = (count: number | undefined): Finding =>
  warning(
    `ListAccounts returned no member, ${count === undefined ? 'and no count' : `but counts ${count} accounts`}: so it is unknown whether the directory has any.`,
    'Run doctor again. If the problem persists, compare with the accounts in the console of Resource Management.',
  );

/** What is read of members by a role. */
const wordsOf = (probe: Probe) =>
  readsThroughGroup(probe)
    ? {
        none: 'No recorder, list or count of a member can be read',
        some: 'Members whose recorder, lists and counts can be read, by a role',
      }
    : { none: 'No member can be read', some: 'Members that can be read' };

type Explained = Pick<Required<Finding>, 'message' | 'remedy'>;

/** That no member can be read by a role: it is needed, unless an account group does the most of it. */
const unreadable = (probe: Probe, { message, remedy }: Explained): Finding =>
  readsThroughGroup(probe)
    ? warning(message, `If you do not need them, change nothing. Otherwise: ${remedy}`)
    : problem(message, remedy);

interface Tried {
  readonly accountId: string;
  readonly error?: RpcError;
}

/** Reads the recorder of each, which takes a session of the role there, and the right that every query needs. */
const tryMembers = (probe: Probe, members: readonly string[]): Promise<readonly Tried[]> =>
  Promise.all(members.map(async (accountId) => ({ accountId, error: (await recorderOf(probe, { accountId })).error })));

function findingsOf(tried: readonly Tried[], probe: Probe): readonly Finding[] {
  const { some } = wordsOf(probe);
  const inactive = tried.filter(({ error }) => error?.family === 'NOT_ACTIVATED');
  const failures = tried.flatMap(({ accountId, error }) =>
    error && error.family !== 'NOT_ACTIVATED' ? [{ accountId, error }] : [],
  );

  if (failures.length === tried.length) {
    // It is not the members: one of each kind says what is the matter.
    const kinds = new Map(
      failures.map(
        (failure) => [`${failure.error.action} ${failure.error.code ?? failure.error.kind}`, failure] as const,
      ),
    );
    return [...kinds.values()].map((failure) => {
      const { message, remedy } = explain(failure, probe);
      return unreadable(probe, { message: `${some}: none of ${tried.length} tried. ${message}`, remedy });
    });
  }
  const readable = `${some}: ${tried.length - failures.length} of ${tried.length} tried`;
  const without = inactive.map(({ accountId }) => accountId).join(', ');
  return [
    ok(without === '' ? `${readable}.` : `${readable}; Cloud Config is not activated in ${without}.`),
    ...failures.map((failure) => {
      const { message, remedy } = explain(failure, probe);
      return warning(message, remedy);
    }),
  ];
}

interface MemberFailure {
  readonly accountId: string;
  readonly error: RpcError;
}

/** Why a member cannot be read, with its account and role, and what to do. */
function explain({ accountId, error }: MemberFailure, probe: Probe): Explained {
  if (error.action === AssumeRole.action && error.kind === 'CLIENT') {
    return explainRole(error, probe, { accountId, whereMissing: memberRole });
  }
  if (!isDenied(error)) {
    const { message, remedy = '' } = diagnose(recorderOperation(probe), error, probe);
    return { message, remedy };
  }
  const narrowed = probe.settings.roles.sessionPolicy !== undefined;
  return {
    message: toClientError(error, 'en').message,
    remedy: `Give the role the policy of npm run ram-policy -- member-reader${narrowed ? ', and let ROLE_SESSION_POLICY allow as much' : ''} (docs/RAM-POLICIES.md).`,
  };
}

const memberRole =
  'Create the role there with the policies of npm run ram-policy -- member-reader and member-trust, or name another one for this account in MEMBER_ROLE_OVERRIDES (docs/RAM-POLICIES.md).';

/** The role that directories make in their members may do everything there. */
function wideRoles(tried: readonly Tried[], probe: Probe): readonly Finding[] {
  const { roles } = probe.settings;
  // The role has a default name. If an account group replaces it, nothing is reported as long as it opens no member.
  const entersNone = tried.every(({ error }) => error?.action === AssumeRole.action);
  if (readsThroughGroup(probe) && entersNone) return [];
  const wide = defaultRoles.memberRole;
  const names = [
    roles.memberRole,
    roles.memberWriteRole,
    ...roles.memberRoleOverrides.values(),
    ...roles.memberWriteRoleOverrides.values(),
  ];
  if (!names.some((name) => name.toLowerCase() === wide.toLowerCase())) return [];
  return [
    warning(
      `The gateway reads members with the role ${wide}, which has full rights. Anyone who obtains the gateway’s credentials controls every member.`,
      'Create a role in each member that may only read (npm run ram-policy -- member-reader), and set MEMBER_ROLE_NAME to it. For recorders, create another one and set MEMBER_WRITE_ROLE_NAME (docs/RAM-POLICIES.md).',
    ),
  ];
}
