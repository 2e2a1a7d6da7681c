import { parseArgs } from 'node:util';
import { operations } from '../operations';
import type { Duty } from '../ram/duties';
import { cloudConfigVersions, duties, isDuty, operationsFor } from '../ram/duties';
import { ramPolicy, trustPolicy } from '../ram/ramPolicy';

/** `npm run ram-policy -- read recorder`: a policy on stdout, ready to paste. */

/** The purposes on the command line, and their duties. */
const purposes: Readonly<Record<string, readonly Duty[]>> = {
  read: ['read-resources', 'read-account-groups', 'read-events', 'read-directory'],
  members: ['assume-roles'],
  recorder: ['write-recorder'],
  directory: ['init-directory'],
  enroll: ['enroll'],
};

const versions = cloudConfigVersions();

const usage = `npm run ram-policy -- <what for> ... [options]

prints a RAM policy as JSON. What for:
  read        ${listed('read')}
  members     ${listed('members')}: what the gateway itself needs for it
  recorder    ${listed('recorder')}
  directory   ${listed('directory')}
  enroll      ${listed('enroll')}
or a single duty: ${Object.keys(duties).join(', ')}
or the role to create in each member:
  member-reader    the policy of a role that may read recorder and resources, and nothing else: no account group either
  member-recorder  the same, and may also start and change the recorder, for a single role that does both
  member-trust     its trust policy; needs --principal

options:
  --cloud-config <version>   ${versions.join(' or ')}: only what this version of the product needs
                             (default: what any version needs)
  --account <account ID>     the account the policy is for (default: any account)
  --role <name>              for members: the role to assume there (default: GovernanceGatewayReader); can be
                             repeated
  --principal <ARN>          for member-trust: who assumes the role, acs:ram::<account ID>:user/<name> or :role/<name>
  --external-id <text>       for member-trust: the external ID that the gateway sends (ROLE_EXTERNAL_ID, or for one
                             account ROLE_EXTERNAL_ID_OVERRIDES)
`;

function listed(purpose: string): string {
  return (purposes[purpose] ?? []).map((duty) => duties[duty]).join('; ');
}

/** Builds the policy for the arguments. @throws if they are invalid, with a sentence for people. */
export function policyFor(args: readonly string[]): object {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      'cloud-config': { type: 'string' },
      account: { type: 'string' },
      role: { type: 'string', multiple: true, default: ['GovernanceGatewayReader'] },
      principal: { type: 'string' },
      'external-id': { type: 'string' },
    },
  });
  const version = values['cloud-config'];
  if (version !== undefined && !versions.includes(version)) {
    throw new Error(`--cloud-config must be ${versions.join(' or ')}, but got ${JSON.stringify(version)}.`);
  }
  if (values.account !== undefined && !/^\d{5,20}$/.test(values.account)) {
    throw new Error(`--account must be an account ID, but got ${JSON.stringify(values.account)}.`);
  }
  if (positionals.length === 0) throw new Error('Say what the policy is for.');
  if (positionals.includes('member-trust')) {
    if (positionals.length > 1) throw new Error('member-trust is a separate policy and cannot be combined.');
    const { principal = '' } = values;
    if (!/^acs:ram::\d{5,20}:(root|(user|role)\/.+)$/.test(principal)) {
      throw new Error(
        '--principal must be the ARN of the gateway’s RAM user or role, acs:ram::<account ID>:user/<name>.',
      );
    }
    return trustPolicy(principal, values['external-id']);
  }
  return ramPolicy({
    duties: positionals.flatMap(dutiesOf),
    operations: version === undefined ? operations : operationsFor(version),
    accountId: values.account,
    memberRoles: values.role,
  });
}

function dutiesOf(word: string): readonly Duty[] {
  if (word === 'member-reader') return ['read-resources'];
  if (word === 'member-recorder') return ['read-resources', 'write-recorder'];
  if (isDuty(word)) return [word];
  const found = Object.hasOwn(purposes, word) ? purposes[word] : undefined;
  if (!found) throw new Error(`There is no policy for ${JSON.stringify(word)}.`);
  return found;
}

if (require.main === module) {
  const args = process.argv.slice(2);
  try {
    process.stdout.write(
      args.includes('--help') || args.includes('-h') ? usage : `${JSON.stringify(policyFor(args), null, 2)}\n`,
    );
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n\n${usage}`);
    process.exitCode = 2;
  }
}
