import { readAccessPolicy } from '../../access/AccessPolicy';
import type { AccessSettings } from '../../settings';
import type { Check } from '../Check';
import type { Finding } from '../Finding';
import { ok, problem, warning } from '../Finding';

/** Whether callers can prove who they are: the keys of the issuer can be read, and the policy. */
export const authenticationCheck: Check = {
  name: 'callers',
  about: 'how callers show who they are: secrets, keys of the issuer, policy',
  run: async ({ settings: { access } }) => {
    const ways = access.authentication.split(',');
    // What anyone may do then is a matter of the settings.
    if (ways.includes('none')) return [ok('AUTHENTICATION is none: callers do not show who they are.')];
    return [
      ...(ways.includes('router') ? [router(access)] : []),
      ...(ways.includes('oidc') ? [await issuer(access), ...policy(access)] : []),
    ];
  },
};

function router({ routerSecrets = [] }: AccessSettings): Finding {
  return routerSecrets.length > 1
    ? warning(
        `ROUTER_SECRETS has ${routerSecrets.length} secrets, and both are accepted.`,
        'Remove the old one as soon as all routers send the new one.',
      )
    : ok('ROUTER_SECRETS has one secret, which the router must send.');
}

async function issuer({ issuer: named, audience, jwksUrl }: AccessSettings): Promise<Finding> {
  if (named === undefined) return ok('The tokens are those of npm run token, which only the emulator accepts.');
  const { canReadKeys } = await import('../../access/canReadKeys.js');
  const failure = await canReadKeys({ issuer: named, jwksUrl });
  if (failure === undefined)
    return ok(`The keys of ${named} can be read; tokens are for the audience ${audience ?? ''}.`);
  const which = jwksUrl ?? `${named}/.well-known/openid-configuration`;
  return problem(
    `The keys of the issuer cannot be read: ${failure}. Every token would be refused.`,
    `Check OIDC_ISSUER and OIDC_JWKS_URL, and that this machine reaches ${which}. Certificates of a company’s own authority need NODE_EXTRA_CA_CERTS.`,
  );
}

function policy({ policyFile }: AccessSettings): Finding[] {
  if (policyFile === undefined) return [];
  try {
    readAccessPolicy(policyFile);
    return [ok('ACCESS_POLICY_FILE can be read.')];
  } catch (error) {
    return [problem((error as Error).message, 'Correct the file: docs/access-policy.schema.json describes it.')];
  }
}
