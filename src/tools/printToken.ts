import { parseArgs } from 'node:util';
import { isScope, scopes } from '../access/Principal';
import { isAccountId, isAll } from '../access/accountIds';
import { signDevelopmentToken } from '../access/developmentIssuer';
import { whole } from '../environment/formats';
import { fail } from '../process/fail';

/**
 * `npm run token -- --scope governance:read --account '*'`: prints a token that the gateway takes while it runs on the
 * emulator with `AUTHENTICATION=oidc`, for trying what a token allows.
 */

/** How long a token may be valid. */
const seconds = whole(1, 86_400);

const usage = `Usage: npm run -s token -- [--scope <scope>]… [--account <account ID, or *>]… [--subject <name>] [--claim <name>=<value>]… [--seconds <${seconds.values}>]
Scopes: ${scopes.join(', ')}. Default: governance:read, for every account.`;

const main = async (): Promise<void> => {
  const { values } = parseArgs({
    options: {
      scope: { type: 'string', multiple: true, default: ['governance:read'] },
      account: { type: 'string', multiple: true, default: ['*'] },
      claim: { type: 'string', multiple: true, default: [] },
      subject: { type: 'string', default: 'developer' },
      seconds: { type: 'string', default: '3600' },
    },
  });
  const lifetime = seconds.parse.safeParse(values.seconds);
  const wrong = [
    ...values.scope
      .filter((scope) => !isScope(scope))
      .map((scope) => `--scope must be one of ${scopes.join(', ')}, but got ${scope}.`),
    ...values.account
      .filter((account) => !isAll(account) && !isAccountId(account))
      .map((account) => `--account must be an account ID or *, but got ${account}.`),
    ...values.claim
      .filter((claim) => !/^[^=]+=/.test(claim))
      .map((claim) => `--claim must be <name>=<value>, but got ${claim}.`),
    ...(lifetime.success ? [] : [`--seconds must be ${seconds.values}, but got ${values.seconds}.`]),
  ];
  if (!lifetime.success || wrong.length > 0) {
    fail([...wrong, usage]);
    return;
  }
  const claims: Record<string, string[]> = {};
  for (const claim of values.claim) {
    const [name = '', value = ''] = claim.split(/=(.*)/s, 2);
    (claims[name] ??= []).push(value);
  }
  const token = await signDevelopmentToken({
    subject: values.subject,
    claims: { ...claims, scope: values.scope.join(' '), accounts: values.account },
    lifetime: lifetime.data,
  });
  process.stdout.write(`${token}\n`);
};

main().catch((error: unknown) => {
  fail([error instanceof Error ? error.message : String(error), usage]);
});
