import { parseArgs } from 'node:util';
import { isScope, scopes } from '../access/Principal';
import { isAll } from '../access/accountIds';
import { signDevelopmentToken } from '../access/developmentIssuer';
import { fail } from '../process/fail';

/**
 * `npm run token -- --scope governance:read --account '*'`: prints a token that the gateway takes while it runs on the
 * emulator with `AUTHENTICATION=oidc`, for trying what a token allows.
 */

const usage = `Usage: npm run -s token -- [--scope <scope>]… [--account <account ID, or *>]… [--subject <name>] [--claim <name>=<value>]… [--seconds <1 to 86400>]
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
  const wrong = [
    ...values.scope
      .filter((scope) => !isScope(scope))
      .map((scope) => `--scope must be one of ${scopes.join(', ')}, but got ${scope}.`),
    ...values.account
      .filter((account) => !isAll(account) && !/^\d{1,20}$/.test(account))
      .map((account) => `--account must be an account ID or *, but got ${account}.`),
    ...values.claim
      .filter((claim) => !/^[^=]+=/.test(claim))
      .map((claim) => `--claim must be <name>=<value>, but got ${claim}.`),
    ...(/^\d{1,5}$/.test(values.seconds) && +values.seconds >= 1 && +values.seconds <= 86_400
      ? []
      : [`--seconds must be 1 to 86400, but got ${values.seconds}.`]),
  ];
  if (wrong.length > 0) {
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
    lifetime: Number(values.seconds),
  });
  process.stdout.write(`${token}\n`);
};

main().catch((error: unknown) => {
  fail([error instanceof Error ? error.message : String(error), usage]);
});
